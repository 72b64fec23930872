import type { AgendaItem } from '@track2/shared';
import { useText } from '../../text/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './AgendaRow.module.css';

/** What those who run the meeting noted on an item; nobody else has it. */
export function Note({ item }: { item: AgendaItem }) {
  const text = useText();
  if (item.note === null || !('text' in item.note)) return null;
  return (
    <div className={styles.note}>
      <small>
        <Icon name="lock" size="small" /> {text('agenda.note.private')}
      </small>
      <p dir="auto">
        <bdi>{item.note.text}</bdi>
      </p>
    </div>
  );
}
