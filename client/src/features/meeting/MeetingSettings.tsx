import { useEffect } from 'react';
import { chooseDevice, readDevices, useDevices } from '../../media/hooks.ts';
import { useText } from '../../text/index.ts';
import { Select } from '../../ui/Select.tsx';
import { Settings } from '../../ui/Settings.tsx';

const kinds = ['microphone', 'camera', 'speaker'] as const;

/** The settings inside a meeting: those of the page, and the devices, which change at once. */
export function MeetingSettings() {
  return (
    <Settings>
      <DeviceChoices />
    </Settings>
  );
}

function DeviceChoices() {
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
