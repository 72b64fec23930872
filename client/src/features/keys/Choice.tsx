import { Select } from '../../ui/Select.tsx';
import { type Switch, switches } from '../../ui/uiStore.ts';
import { useKeysText } from './useKeysText.ts';

/** Something that is on or off in this browser. */
export function Choice({ label, value, onChange }: { label: string; value: Switch; onChange(value: Switch): void }) {
  const text = useKeysText();
  return (
    <Select
      label={label}
      value={value}
      choices={switches.map((id) => ({ id, label: text(`keys.choose.${id}`) }))}
      onChange={onChange}
    />
  );
}
