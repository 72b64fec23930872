import { useCallback, useEffect, useState } from 'react';
import { type CaptureRefusal, type CaptureSource, captureDevice } from './capture.ts';
import { meter } from './meter.ts';
import { readDevices, useDevices } from './ownDevices.ts';

/** What a device shows while it is tried out: nothing goes anywhere. */
type Tried = { stream: MediaStream | null; refusal: CaptureRefusal | null };

export type Preview = {
  status: 'off' | 'asking' | 'on';
  camera: MediaStream | null;
  /** How loud the microphone is now, from 0 to 1. */
  level: number;
  /** Why a device gives nothing; null while it does, or before it was tried. */
  refusals: Readonly<Record<CaptureSource, CaptureRefusal | null>>;
  start(): void;
  stop(): void;
};

const untried: Tried = { stream: null, refusal: null };

/** Lets a person try camera and microphone before entering. Everything is shut again when the page is left. */
export function usePreview(): Preview {
  const [wanted, setWanted] = useState(false);
  const { choices } = useDevices();
  const camera = useTried('camera', wanted, choices.camera);
  const microphone = useTried('microphone', wanted, choices.microphone);
  const [level, setLevel] = useState(0);
  useEffect(() => (microphone.stream === null ? undefined : meter(microphone.stream, setLevel)), [microphone.stream]);
  const tried = [camera, microphone].every(({ stream, refusal }) => stream !== null || refusal !== null);
  return {
    status: wanted ? (tried ? 'on' : 'asking') : 'off',
    camera: camera.stream,
    level: microphone.stream === null ? 0 : level,
    refusals: { camera: camera.refusal, microphone: microphone.refusal },
    start: useCallback(() => setWanted(true), []),
    stop: useCallback(() => setWanted(false), []),
  };
}

function useTried(source: CaptureSource, wanted: boolean, chosen: string | null): Tried {
  const [tried, setTried] = useState(untried);
  useEffect(() => {
    if (!wanted) return;
    let track: MediaStreamTrack | null = null;
    let current = true;
    const open = async (): Promise<void> => {
      const captured = await captureDevice(source, chosen);
      if (!current) {
        if (captured.ok) captured.track.stop();
        return;
      }
      if (captured.ok) track = captured.track;
      setTried(
        captured.ok
          ? { stream: new MediaStream([captured.track]), refusal: null }
          : { stream: null, refusal: captured.why },
      );
      // Their names are known from the first leave on.
      await readDevices();
    };
    void open(); // a device that does not open is an answer, not an error
    return () => {
      current = false;
      track?.stop();
      setTried(untried);
    };
  }, [source, wanted, chosen]);
  return tried;
}
