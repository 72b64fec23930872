import { type AgendaItem, currentItem } from '@track2/shared';
import { useEffect, useRef, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useFormats, useLanguage, useText } from '../../text/index.ts';
import { pickWords, Words } from '../../text/Words.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { CommandIconButton } from '../../ui/CommandIconButton.tsx';
import styles from './AgendaEditor.module.css';
import { inMinutes, moveDown, moveUp } from './agendaRows.ts';
import { DropDialog } from './DropDialog.tsx';
import { ItemDialog } from './ItemDialog.tsx';

type Asking = { kind: 'add' } | { kind: 'change' | 'drop'; item: AgendaItem } | null;

/** The live edit of the agenda: start, close, add, change, move and drop items. */
export function AgendaEditor() {
  const text = useText();
  const items = useMeeting(({ state }) => state.agenda.items);
  const [asking, setAsking] = useState<Asking>(null);
  const close = (): void => setAsking(null);
  const editor = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What can be edited begins with the current item; what is done stands above it.
    const first = editor.current?.querySelector<HTMLElement>("li:not([data-status='closed'])");
    if (editor.current !== null && first) editor.current.scrollTop = first.offsetTop - editor.current.offsetTop;
  }, []);
  return (
    <div ref={editor} className={styles.editor}>
      <ol className={styles.items}>
        {items.map((item) => (
          <ItemLine key={item.id} item={item} onAsk={(kind) => setAsking({ kind, item })} />
        ))}
      </ol>
      <Button size="small" onPress={() => setAsking({ kind: 'add' })}>
        {text('agenda.edit.add')}
      </Button>
      {asking?.kind === 'add' ? <ItemDialog item={null} onClose={close} /> : null}
      {asking?.kind === 'change' ? <ItemDialog item={asking.item} onClose={close} /> : null}
      {asking?.kind === 'drop' ? <DropDialog item={asking.item} onClose={close} /> : null}
    </div>
  );
}

type LineProps = { item: AgendaItem; onAsk: (kind: 'change' | 'drop') => void };

function ItemLine({ item, onAsk }: LineProps) {
  const text = useText();
  const title = useTitle(item);
  const { number } = useFormats();
  const state = useMeeting((meeting) => meeting.state);
  const order = state.agenda.items.indexOf(item) + 1;
  const isCurrent = currentItem(state)?.id === item.id;
  return (
    <li className={styles.item} data-status={item.status}>
      <p className={styles.title}>
        <span className={styles.number}>{number(order)}</span>
        <b>
          <Words of={item.title} />
        </b>
        <span className={styles.length}>{text('agenda.minutes', { minutes: inMinutes(item.plannedMs) })}</span>
      </p>
      {item.status === 'closed' ? (
        <p className={styles.note}>{text('agenda.state.done')}</p>
      ) : (
        <div className={styles.acts}>
          {isCurrent ? (
            <CommandButton
              command={{ type: 'agenda.closeItem', item: item.id }}
              label={text('agenda.edit.close')}
              name={text('agenda.edit.closeNamed', { title })}
              size="small"
            />
          ) : (
            <CommandButton
              command={{ type: 'agenda.startItem', item: item.id }}
              label={text('agenda.edit.start')}
              name={text('agenda.edit.startNamed', { title })}
              size="small"
            />
          )}
          <Button size="small" name={text('agenda.edit.changeNamed', { title })} onPress={() => onAsk('change')}>
            {text('agenda.edit.change')}
          </Button>
          {isCurrent ? null : <Moves item={item} title={title} onDrop={() => onAsk('drop')} />}
        </div>
      )}
    </li>
  );
}

/** One place up, one place down, out. */
function Moves({ item, title, onDrop }: { item: AgendaItem; title: string; onDrop: () => void }) {
  const text = useText();
  const items = useMeeting(({ state }) => state.agenda.items);
  const up = moveUp(items, item);
  const down = moveDown(items, item);
  return (
    <>
      <CommandIconButton
        icon="up"
        label={text('agenda.edit.up', { title })}
        command={up === null ? null : { type: 'agenda.moveItem', item: item.id, ...up }}
        refusal={up === null ? text('agenda.edit.first') : null}
      />
      <CommandIconButton
        icon="down"
        label={text('agenda.edit.down', { title })}
        command={down === null ? null : { type: 'agenda.moveItem', item: item.id, ...down }}
        refusal={down === null ? text('agenda.edit.last') : null}
      />
      <IconButton icon="bin" size="small" label={text('agenda.edit.drop', { title })} onPress={onDrop} />
    </>
  );
}

function useTitle(item: AgendaItem): string {
  const text = useText();
  return pickWords(item.title, useLanguage())?.text ?? text('agenda.untitled');
}
