import { useEffect, useRef, useState } from 'react';
import type { CaptureRefusal, CaptureSource } from '../../media/capture.ts';
import type { DeviceKind } from '../../media/devices.ts';
import { chooseDevice, readDevices, useDevices } from '../../media/ownDevices.ts';
import { type Preview, usePreview } from '../../media/usePreview.ts';
import { type TextKey, useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { note } from './equipment.ts';
import styles from './parts.module.css';
import { SpeakerCheck } from './SpeakerCheck.tsx';

/** How a device that gives nothing is reported. */
const refused = { denied: 'denied', dismissed: 'denied', missing: 'missing', busy: 'missing' } as const;

const kinds: readonly DeviceKind[] = ['camera', 'microphone', 'speaker'];

/** Tries camera, microphone and loudspeaker; what is chosen here is used in the meeting. Nothing leaves the page. */
export function DeviceCheck() {
  const text = useText();
  const preview = usePreview();
  const { devices } = useDevices();
  useEffect(() => {
    void readDevices(); // a browser without devices lists none
  }, []);
  const { camera, refusals } = preview;
  useEffect(() => {
    if (camera !== null) note({ camera: 'ok' });
    else if (refusals.camera !== null) note({ camera: refused[refusals.camera] });
    if (refusals.microphone !== null) note({ microphone: refused[refusals.microphone] });
  }, [camera, refusals.camera, refusals.microphone]);
  return (
    <section className={styles.devices} aria-label={text('entry.devices')}>
      <Picture preview={preview} />
      <Hindrance source="camera" refusal={preview.refusals.camera} />
      <Hindrance source="microphone" refusal={preview.refusals.microphone} />
      <div className={styles.choices}>
        {kinds.map((kind) =>
          // Some browsers leave the loudspeaker to the device.
          kind === 'speaker' && devices.speaker.length === 0 ? null : <DeviceSelect key={kind} kind={kind} />,
        )}
      </div>
      <div className={styles.sound}>
        {preview.status === 'on' && preview.refusals.microphone === null ? <Heard level={preview.level} /> : null}
        <SpeakerCheck />
        {preview.status === 'off' ? null : <Button onPress={preview.stop}>{text('entry.devices.stop')}</Button>}
      </div>
    </section>
  );
}

function Picture({ preview: { status, camera, start } }: { preview: Preview }) {
  const text = useText();
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = camera;
  }, [camera]);
  return (
    <div className={styles.picture}>
      {camera === null ? null : (
        <video ref={video} autoPlay muted playsInline aria-label={text('entry.preview.label')} />
      )}
      {camera === null ? null : <span className={styles.badge}>{text('entry.preview.only')}</span>}
      {status === 'off' ? (
        <div className={styles.offer}>
          <Button onPress={start}>
            <Icon name="camera" />
            {text('entry.devices.ask')}
          </Button>
          <p>{text('entry.devices.askHint')}</p>
        </div>
      ) : null}
      {status === 'asking' ? <output className={styles.offer}>{text('entry.devices.asking')}</output> : null}
    </div>
  );
}

const hindrances: Readonly<Record<CaptureSource, Readonly<Record<CaptureRefusal, TextKey>>>> = {
  camera: {
    denied: 'media.problem.cameraDenied',
    dismissed: 'media.problem.cameraDenied',
    missing: 'media.problem.cameraMissing',
    busy: 'media.problem.cameraBusy',
  },
  microphone: {
    denied: 'media.problem.microphoneDenied',
    dismissed: 'media.problem.microphoneDenied',
    missing: 'media.problem.microphoneMissing',
    busy: 'media.problem.microphoneBusy',
  },
};

/** Why a device gives nothing. To attend without one is normal, so this informs and does not warn. */
function Hindrance({ source, refusal }: { source: CaptureSource; refusal: CaptureRefusal | null }) {
  const text = useText();
  if (refusal === null) return null;
  return (
    <Notice tone="accent" spoken="polite">
      {text(hindrances[source][refusal])}
    </Notice>
  );
}

/** What stands for leaving the choice to the browser. */
const BROWSERS_OWN = '';

function DeviceSelect({ kind }: { kind: DeviceKind }) {
  const text = useText();
  const { devices, choices } = useDevices();
  // Without leave browsers give neither ids nor names: then there is nothing to choose from.
  const known = devices[kind].filter(({ id }) => id !== '');
  const named = known.map(({ id, label }, index) => ({
    id,
    label: label === '' ? text('media.device.unnamed', { number: index + 1 }) : label,
  }));
  const chosen = choices[kind];
  const isThere = named.some(({ id }) => id === chosen);
  return (
    <Select
      label={text(`media.${kind}`)}
      value={isThere && chosen !== null ? chosen : BROWSERS_OWN}
      choices={[{ id: BROWSERS_OWN, label: text('media.device.default') }, ...named]}
      onChange={(id) => chooseDevice(kind, id === BROWSERS_OWN ? null : id)}
    />
  );
}

const STEPS = 24;
const steps = Array.from({ length: STEPS }, (_, step) => step);
/** Speech at an ordinary distance stands above this part of the bar. */
const WELL = 0.35;

function Heard({ level }: { level: number }) {
  const text = useText();
  const [well, setWell] = useState(false);
  // Once heard is enough: nobody has to go on talking to keep the sentence.
  if (level > WELL && !well) setWell(true);
  useEffect(() => {
    if (well) note({ microphone: 'ok' });
  }, [well]);
  const lit = Math.round(level * STEPS);
  return (
    <div className={styles.heard}>
      <meter className={styles.spoken} aria-label={text('entry.level')} max={STEPS} value={lit} />
      <div className={styles.meter} aria-hidden="true">
        {steps.map((step) => (
          <i key={step} data-on={step < lit || undefined} />
        ))}
      </div>
      <p>{text(well ? 'entry.level.well' : 'entry.level.silent')}</p>
    </div>
  );
}
