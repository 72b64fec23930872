import { currentItem, listOf } from '@track2/shared';
import { type ReactNode, Suspense, useRef } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { later } from '../../ui/later.ts';
import { Heard } from './Heard.tsx';
import { ListSwitch } from './ListSwitch.tsx';
import { linesOf, listGroups } from './list.ts';
import { OwnPlace } from './OwnPlace.tsx';
import { Queue } from './Queue.tsx';
import css from './speakers.module.css';
import { Tour } from './Tour.tsx';
import { useJustGone } from './useJustGone.ts';

// Most of those who are inside run no meeting, so they do not load what puts the list in order.
const ManagedQueue = later(async () => (await import('./ManagedQueue.tsx')).ManagedQueue);

/** The list of speakers of the current item: the same order for everybody, one's own place told, and the chair's acts. */
export function SpeakersPanel({ tools }: { tools?: ReactNode }): ReactNode {
  const text = useText();
  const managing = useManaging();
  const item = useMeeting((meeting) => currentItem(meeting.state));
  const list = useMeeting(({ state }) =>
    state.agenda.current === null ? undefined : listOf(state, state.agenda.current),
  );
  const gone = useJustGone(list);
  const shown = useRef<HTMLDivElement>(null);
  if (item === undefined) {
    return (
      <p className={css.empty}>
        <b>{text('speakers.noItem')}</b>
        {text('speakers.noItem.why')}
      </p>
    );
  }
  const status = list?.status ?? 'closed';
  const lines = linesOf(list, gone);
  const showMine = (): void => {
    const row = shown.current?.querySelector<HTMLElement>('[data-mine]');
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  };
  const queue = <Queue list={list} lines={lines} />;
  return (
    <>
      <div className={css.head}>
        <div className={css.line}>
          <Badge tone={status === 'open' ? 'live' : 'plain'}>{text(`speakers.${status}`)}</Badge>
          {managing && (
            <span className={css.push}>
              <ListSwitch item={item.id} status={status} />
              {tools}
            </span>
          )}
        </div>
        <OwnPlace list={list} onShow={showMine} />
      </div>
      <Tour list={list} />
      <div ref={shown}>
        {lines.length === 0 ? (
          <p className={css.empty}>
            <b>{text('speakers.empty')}</b>
            {text(`speakers.empty.${status}`)}
          </p>
        ) : managing ? (
          <Suspense fallback={queue}>
            <ManagedQueue lines={lines} groups={listGroups(list)} />
          </Suspense>
        ) : (
          queue
        )}
      </div>
      <Heard groups={listGroups(list)} managing={managing} />
    </>
  );
}
