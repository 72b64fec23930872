import type { HardStop } from '@track2/shared';
import { useFormats, useLanguage, useText } from '../../text/index.ts';
import { pickWords, Words } from '../../text/Words.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { CommandIconButton } from '../../ui/CommandIconButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './AgendaEditor.module.css';
import type { Zones } from './useZones.ts';

type Props = { stop: HardStop; zones: Zones; onChange: () => void };

/** A hard stop in the live edit. */
export function StopEdit({ stop, zones, onChange }: Props) {
  const text = useText();
  const { time } = useFormats();
  const label = pickWords(stop.label, useLanguage())?.text ?? text('agenda.stop.unnamed');
  return (
    <div className={styles.stop}>
      <Icon name="pin" size="small" />
      <p>
        <b>{text('agenda.stop', { time: time(stop.at, zones.own.timeZone) })}</b> <Words of={stop.label} />
      </p>
      <IconButton icon="edit" size="small" label={text('agenda.edit.changeStop', { label })} onPress={onChange} />
      <CommandIconButton
        icon="bin"
        label={text('agenda.edit.dropStop', { label })}
        command={{ type: 'agenda.dropHardStop', stop: stop.id }}
      />
    </div>
  );
}
