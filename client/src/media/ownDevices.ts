import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { type CaptureSource, permissionFor } from './capture.ts';
import { type Choices, type DeviceKind, type Devices, listDevices, rememberChoices } from './devices.ts';
import { mediaStore } from './mediaStore.ts';

// Apart from MediaSession, which who waits in the lobby has no use for.

const sources: readonly CaptureSource[] = ['microphone', 'camera'];

/** What is plugged in, and which of it is chosen. */
export const useDevices = (): { devices: Devices; choices: Choices } =>
  useStore(
    mediaStore,
    useShallow(({ devices, choices }) => ({ devices, choices })),
  );

/** Uses that device from now on, in a running meeting at once; null leaves it to the browser. */
export function chooseDevice(kind: DeviceKind, id: string | null): void {
  const choices = { ...mediaStore.getState().choices, [kind]: id };
  mediaStore.setState({ choices });
  rememberChoices(choices);
}

/** Reads anew what is plugged in; names come only once the browser was given leave. */
export async function readDevices(): Promise<void> {
  const devices = await listDevices();
  mediaStore.setState({ devices });
  for (const source of sources) {
    const denied = (await permissionFor(source))?.state === 'denied';
    const isMissing = denied || devices[source].length === 0;
    const { missing } = mediaStore.getState();
    if (missing[source] !== isMissing) mediaStore.setState({ missing: { ...missing, [source]: isMissing } });
  }
}
