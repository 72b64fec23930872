import type { Id } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useManaging, useMeeting } from '../meeting/hooks.ts';
import { SeatFrom } from '../meeting/SeatName.tsx';
import { personIn } from '../meeting/view.ts';
import { useSpoken } from '../text/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import css from './lines.module.css';
import { openLines, useLinesStore } from './linesStore.ts';
import { receiversOf, type Thread, threadsOf } from './threads.ts';
import { unreadIn } from './unread.ts';
import { useLinesText } from './useLinesText.ts';

/** Everybody with whom something was written, the latest first, and whom one may begin to write to. */
export function Threads(): ReactNode {
  const text = useLinesText();
  const { state, me } = useMeeting((view) => view);
  const threads = threadsOf(state, me);
  // The line to the chair is always there, also before something was written on it.
  const all = threads.some(({ of }) => of === null) ? threads : [...threads, { of: null, lines: [] }];
  return (
    <>
      <ul className={css.threads}>
        {all.map((thread) => (
          <OneThread key={thread.of ?? ''} thread={thread} />
        ))}
      </ul>
      {threads.length === 0 && <p className={css.quiet}>{text('lines.none')}</p>}
      <Begin />
    </>
  );
}

function OneThread({ thread: { of, lines } }: { thread: Thread }): ReactNode {
  const text = useLinesText();
  const reader = useSpoken();
  const read = useLinesStore((store) => store.read);
  const me = useMeeting((view) => view.me);
  const seat = useMeeting(({ state }) => state.roster.members.find(({ id }) => id === of)?.seat);
  const name = useMeeting((view) => (of === null ? text('lines.title.chair') : personIn(view, of, reader).name));
  const unread = unreadIn(lines, me, read).length;
  const last = lines.at(-1);
  return (
    <li>
      <button
        type="button"
        className={css.thread}
        aria-label={`${text('lines.openNamed', { name })}${unread === 0 ? '' : `. ${text('lines.unread', { count: unread })}`}`}
        onClick={() => openLines({ kind: 'line', of })}
      >
        <span className={css.threadHead}>
          <b>
            <bdi>{name}</bdi>
          </b>
          {seat !== undefined && <SeatFrom seat={seat} className={css.quiet} />}
          {unread > 0 && <Badge tone="accent">{text('lines.unread', { count: unread })}</Badge>}
        </span>
        {last !== undefined && (
          <span className={css.excerpt} dir="auto">
            {'text' in last.text ? <bdi>{last.text.text}</bdi> : text('lines.purged')}
          </span>
        )}
      </button>
    </li>
  );
}

const NOBODY = '';

function Begin(): ReactNode {
  const text = useLinesText();
  const reader = useSpoken();
  const managing = useManaging();
  const view = useMeeting((whole) => whole);
  const [to, setTo] = useState<Id>(NOBODY);
  const receivers = receiversOf(view.state, view.me, managing);
  if (receivers.length === 0) return null;
  return (
    <div className={css.begin}>
      <Select
        label={text('lines.to')}
        value={to}
        choices={[
          { id: NOBODY, label: text('lines.toChoose') },
          ...receivers.map(({ id }) => ({ id, label: personIn(view, id, reader).name })),
        ]}
        onChange={setTo}
      />
      <Button
        refusal={to === NOBODY ? text('lines.toChoose') : null}
        onPress={() => openLines({ kind: 'line', of: to })}
      >
        {text('lines.begin')}
      </Button>
    </div>
  );
}
