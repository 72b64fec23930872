import type { ReactNode } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { type OrderLine, OrderList } from '../../ui/OrderList.tsx';
import { EntryActs } from './EntryActs.tsx';
import { EntryRow, EntryWords, useIsMine } from './EntryRow.tsx';
import type { Line, ListGroups } from './list.ts';
import css from './speakers.module.css';

type Props = { lines: readonly Line[]; groups: ListGroups };

const isActive = ({ entry: { status } }: Line): boolean => status === 'called' || status === 'speaking';

/** The list for those who run the meeting: put in order by dragging, keys and buttons, and called from. */
export function ManagedQueue({ lines, groups }: Props): ReactNode {
  const text = useText();
  const send = useSend();
  const nameOf = useSeatWords();
  const waiting = lines.filter(({ place }) => place !== null);
  const others = lines.filter(({ place }) => place === null);
  return (
    <>
      <Plain lines={others.filter(isActive)} />
      {waiting.length > 0 && (
        <OrderList
          label={text('speakers.list')}
          className={css.managed}
          dragName={(name) => text('speakers.drag', { name })}
          onMove={(entry, before) => void send({ type: 'speakers.moveEntry', entry, before })} // useSend says what went wrong
          lines={waiting.map(
            (line): OrderLine => ({
              id: line.entry.id,
              words: text('speakers.line', { name: nameOf(line.entry.seat) }),
              content: <Row line={line} groups={groups} />,
              marks: { 'data-kind': line.entry.kind },
            }),
          )}
        />
      )}
      <Plain lines={others.filter((line) => !isActive(line))} />
    </>
  );
}

function Plain({ lines }: { lines: readonly Line[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <ol className={css.list}>
      {lines.map((line) => (
        <EntryRow key={line.entry.id} line={line} last />
      ))}
    </ol>
  );
}

function Row({ line, groups }: { line: Line; groups: ListGroups }): ReactNode {
  const mine = useIsMine(line.entry);
  return (
    <div
      className={css.entry}
      data-state={line.entry.status}
      data-kind={line.entry.kind}
      data-mine={mine ? '' : undefined}
      tabIndex={mine ? -1 : undefined}
    >
      <EntryWords line={line} mine={mine} />
      <EntryActs entry={line.entry} groups={groups} />
    </div>
  );
}
