import { type ReactNode, useEffect } from 'react';
import { chooseDevice, readDevices, tryTone, useDevices } from '../../media/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { isAtDoor } from '../../meeting/isAtDoor.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { choosePushToTalk, chooseShortcuts, chooseTone, showHelp, type Tone, tones, useUi } from '../../ui/uiStore.ts';
import { Choice } from './Choice.tsx';
import css from './keys.module.css';
import { useKeysText } from './useKeysText.ts';

const kinds = ['microphone', 'camera', 'speaker'] as const;

/** What can be chosen inside a meeting: the devices, which change at once, the shortcuts and the sounds. */
export function MeetingChoices(): ReactNode {
  return (
    <>
      <DeviceChoices />
      <KeyChoices />
      <ToneChoices />
    </>
  );
}

function DeviceChoices(): ReactNode {
  const text = useText();
  const { devices, choices } = useDevices();
  useEffect(() => {
    void readDevices(); // what is plugged in may have changed since; without an answer the last list stands
  }, []);
  return kinds.map((kind) => (
    <Select
      key={kind}
      label={text(`media.${kind}`)}
      value={choices[kind] ?? ''}
      choices={[
        { id: '', label: text('media.device.default') },
        ...devices[kind].map(({ id, label }, index) => ({
          id,
          label: label === '' ? text('media.device.unnamed', { number: index + 1 }) : label,
        })),
      ]}
      onChange={(id) => chooseDevice(kind, id === '' ? null : id)}
    />
  ));
}

function KeyChoices(): ReactNode {
  const text = useKeysText();
  const on = useUi((ui) => ui.shortcuts);
  const talk = useUi((ui) => ui.pushToTalk);
  return (
    <>
      <Choice label={text('keys.choose')} value={on} onChange={chooseShortcuts} />
      {on === 'off' ? null : <Choice label={text('keys.choose.talk')} value={talk} onChange={choosePushToTalk} />}
      <Button onPress={() => showHelp('open')}>{text('keys.choose.show')}</Button>
    </>
  );
}

function ToneChoices(): ReactNode {
  const text = useKeysText();
  const atDoor = useMeeting(({ state, me }) => isAtDoor(state, me));
  const wanted = useUi((ui) => ui.tones);
  const offered = tones.filter((tone) => atDoor || tone !== 'request');
  return (
    <section className={css.tones}>
      <h3>{text('keys.tones')}</h3>
      <p>{text('keys.tones.lead')}</p>
      {offered.map((tone) => (
        <ToneChoice key={tone} tone={tone} on={wanted.includes(tone)} />
      ))}
    </section>
  );
}

function ToneChoice({ tone, on }: { tone: Tone; on: boolean }): ReactNode {
  const text = useKeysText();
  const words = useText();
  const moment = text(`keys.tone.${tone}`);
  return (
    <div className={css.tone}>
      <Choice label={moment} value={on ? 'on' : 'off'} onChange={(value) => chooseTone(tone, value)} />
      <Button
        name={words('chair.named', { act: text('keys.tone.try'), name: moment })}
        onPress={() => void tryTone(tone)}
      >
        {text('keys.tone.try')}
      </Button>
    </div>
  );
}
