import { currentItem, type Id, isResponse, listOf, type SpeakersList, waitingIn } from '@track2/shared';
import { type ReactNode, useCallback } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { OrderList } from '../../ui/OrderList.tsx';
import { ScrollFrame } from '../../ui/ScrollFrame.tsx';
import { ListSwitch } from '../speakers/ListSwitch.tsx';
import { Tour } from '../speakers/Tour.tsx';
import { upNext } from './chairActs.ts';
import { ListTools } from './ListTools.tsx';
import { OverList } from './OverList.tsx';
import { QueueLine } from './QueueLine.tsx';
import css from './speakersTable.module.css';

/** The list of speakers on the console: the order that everybody sees, to be changed, with what each seat has had of the floor. */
export function SpeakersTable(): ReactNode {
  const text = useText();
  const item = useMeeting(({ state }) => currentItem(state));
  const list = useMeeting(({ state }) => (item === undefined ? undefined : listOf(state, item.id)));
  if (item === undefined) return <p className={css.none}>{text('speakers.noItem')}</p>;
  const status = list?.status ?? 'closed';
  return (
    <ScrollFrame className={css.scroll} label={text('speakers.title')}>
      <div className={css.tools}>
        <Badge tone={status === 'open' ? 'live' : 'plain'}>{text(`speakers.${status}`)}</Badge>
        <span className={css.toolButtons}>
          <ListTools look="buttons" />
          <ListSwitch item={item.id} status={status} />
        </span>
      </div>
      <Tour list={list} />
      {list === undefined || waitingIn(list).length === 0 ? (
        <p className={css.none}>{text('speakers.empty')}</p>
      ) : (
        <Queue list={list} item={item.id} />
      )}
      <OverList list={list} />
    </ScrollFrame>
  );
}

function Queue({ list, item }: { list: SpeakersList; item: Id }): ReactNode {
  const text = useText();
  const send = useSend();
  const nameOf = useSeatWords();
  const next = useMeeting(({ state }) => upNext(state)?.entry.id);
  const waiting = waitingIn(list);
  const order = waiting.map(({ id }) => id);
  const move = useCallback(
    (entry: string, before: string | null) => void send({ type: 'speakers.moveEntry', entry, before }),
    [send],
  );
  return (
    <>
      <Heads />
      <OrderList
        label={text('speakers.list')}
        className={css.queue}
        onMove={move}
        dragName={(words) => text('speakers.drag', { name: words })}
        lines={waiting.map((entry, index) => ({
          id: entry.id,
          words: text('speakers.line', { name: nameOf(entry.seat) }),
          marks: {
            'data-kind': entry.kind,
            'data-look': entry.id === next ? 'next' : entry.status,
            ...(isResponse(entry) ? { 'data-response': '' } : {}),
          },
          content: <QueueLine entry={entry} place={index + 1} order={order} item={item} />,
        }))}
      />
    </>
  );
}

/** What stands in the columns, for the eye: each line names its own figures. */
function Heads(): ReactNode {
  const text = useText();
  return (
    <div className={css.heads} aria-hidden="true">
      <span>{text('chair.table.number')}</span>
      <span>{text('chair.table.speaker')}</span>
      <span>{text('chair.table.topic')}</span>
      <span>{text('chair.table.used')}</span>
      <span />
    </div>
  );
}
