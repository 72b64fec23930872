import type { AgendaItem } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { usePreview } from '../../meeting/preview.ts';
import { useFormats, useLanguage, useText } from '../../text/index.ts';
import { useRefusalText } from '../../text/refusals.ts';
import { pickWords, Words } from '../../text/Words.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { CommandIconButton } from '../../ui/CommandIconButton.tsx';
import styles from './AgendaEditor.module.css';
import type { Asking } from './AgendaEditor.tsx';
import { type AgendaRow, inMinutes, writtenNumber } from './agendaRows.ts';
import { type Place, placeDown, placeInside, placeOutside, placeUp } from './places.ts';

type Props = {
  row: AgendaRow;
  /** Whether the less common acts are in sight. */
  open: boolean;
  onOpen: (open: boolean) => void;
  onAsk: (asking: Asking) => void;
  children: ReactNode;
};

/** One item in the live edit: what it is, and every act on it; what is refused says why. */
export function ItemLine({ row, open, onOpen, onAsk, children }: Props) {
  const text = useText();
  const { number } = useFormats();
  const { item } = row;
  const title = pickWords(item.title, useLanguage())?.text ?? text('agenda.untitled');
  const refused = useRefusalText()(usePreview({ type: 'agenda.changeItem', item: item.id }));
  return (
    <li className={styles.item} data-status={item.status} data-level={row.level}>
      <p className={styles.title}>
        <span className={styles.number}>{writtenNumber(row.number, number)}</span>
        <b>
          <Words of={item.title} />
        </b>
        <span className={styles.length}>{text('agenda.minutes', { minutes: inMinutes(row.lengthMs) })}</span>
      </p>
      {row.state === 'planned' || row.state === 'next' ? null : (
        <p className={styles.status}>{text(`agenda.state.${row.state}`)}</p>
      )}
      <div className={styles.acts}>
        <Course item={item} title={title} />
        <Button
          size="small"
          name={text('agenda.edit.changeNamed', { title })}
          refusal={refused}
          onPress={() => onAsk({ kind: 'change', item })}
        >
          {text('agenda.edit.change')}
        </Button>
        <Moves item={item} title={title} />
        <IconButton
          icon="more"
          size="small"
          label={text('agenda.edit.more', { title })}
          pressed={open}
          onPress={() => onOpen(!open)}
        />
      </div>
      {open ? <MoreActs item={item} title={title} onAsk={onAsk} /> : null}
      <div className={styles.under}>{children}</div>
    </li>
  );
}

type ActsProps = { item: AgendaItem; title: string };

/** What the item's course allows: start, take up again, suspend, close, reopen. */
function Course({ item: { id, status }, title }: ActsProps) {
  const text = useText();
  const shared = { size: 'small' } as const;
  switch (status) {
    case 'active':
      return (
        <>
          <CommandButton
            {...shared}
            command={{ type: 'agenda.closeItem', item: id }}
            label={text('agenda.edit.close')}
            name={text('agenda.edit.closeNamed', { title })}
          />
          <CommandButton
            {...shared}
            command={{ type: 'agenda.suspendItem', item: id }}
            label={text('agenda.edit.suspend')}
            name={text('agenda.edit.suspendNamed', { title })}
          />
        </>
      );
    case 'closed':
    case 'skipped':
      return (
        <CommandButton
          {...shared}
          command={{ type: 'agenda.reopenItem', item: id }}
          label={text('agenda.edit.reopen')}
          name={text('agenda.edit.reopenNamed', { title })}
        />
      );
    case 'planned':
    case 'suspended': {
      const key = status === 'planned' ? 'agenda.edit.start' : 'agenda.edit.takeUp';
      return (
        <CommandButton
          {...shared}
          command={{ type: 'agenda.startItem', item: id }}
          label={text(key)}
          name={text(`${key}Named`, { title })}
        />
      );
    }
  }
}

/** What moves an item to a place; without one the words say why. */
const moveTo = (item: AgendaItem, place: Place | null, nowhere: string) => ({
  command: place === null ? null : ({ type: 'agenda.moveItem', item: item.id, ...place } as const),
  refusal: place === null ? nowhere : null,
});

/** One place up or down. */
function Moves({ item, title }: ActsProps) {
  const text = useText();
  const items = useMeeting(({ state }) => state.agenda.items);
  return (
    <span className={styles.moves}>
      <CommandIconButton
        icon="up"
        label={text('agenda.edit.up', { title })}
        {...moveTo(item, placeUp(items, item), text('agenda.edit.first'))}
      />
      <CommandIconButton
        icon="down"
        label={text('agenda.edit.down', { title })}
        {...moveTo(item, placeDown(items, item), text('agenda.edit.last'))}
      />
    </span>
  );
}

/** The less common acts: into the item above, out of the own item, skip, add a part, note, hard stop, drop. */
function MoreActs({ item, title, onAsk }: ActsProps & { onAsk: (asking: Asking) => void }) {
  const text = useText();
  const say = useRefusalText();
  const drop = say(usePreview({ type: 'agenda.dropItem', item: item.id }));
  const change = say(usePreview({ type: 'agenda.changeItem', item: item.id }));
  const items = useMeeting(({ state }) => state.agenda.items);
  return (
    <div className={styles.acts}>
      <CommandIconButton
        icon="forward"
        label={text('agenda.edit.in', { title })}
        {...moveTo(item, placeInside(items, item), text('agenda.edit.noneAbove'))}
      />
      <CommandIconButton
        icon="back"
        label={text('agenda.edit.out', { title })}
        {...moveTo(item, placeOutside(items, item), text('agenda.edit.atTop'))}
      />
      <CommandButton
        size="small"
        command={{ type: 'agenda.skipItem', item: item.id }}
        label={text('agenda.edit.skip')}
        name={text('agenda.edit.skipNamed', { title })}
      />
      <Button
        size="small"
        name={text('agenda.edit.partNamed', { title })}
        onPress={() => onAsk({ kind: 'add', parent: item.id })}
      >
        {text('agenda.edit.part')}
      </Button>
      <Button size="small" name={text('agenda.note.named', { title })} onPress={() => onAsk({ kind: 'note', item })}>
        {text('agenda.note')}
      </Button>
      <Button
        size="small"
        name={text('agenda.edit.stopNamed', { title })}
        refusal={change}
        onPress={() => onAsk({ kind: 'addStop', item: item.id })}
      >
        {text('agenda.edit.stop')}
      </Button>
      <Button
        size="small"
        name={text('agenda.edit.drop', { title })}
        refusal={drop}
        onPress={() => onAsk({ kind: 'drop', item })}
      >
        {text('agenda.edit.dropShort')}
      </Button>
    </div>
  );
}
