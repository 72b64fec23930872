import { isWaiting, type MeetingState, memberById, type QueueEntry } from '@track2/shared';
import { type ReactNode, useEffect } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import styles from './ControlsBar.module.css';

/** The first question that waits for the viewer's seat to let it in, unless its time is for questions anyway. */
function askedOf(state: MeetingState, seat: string | undefined): QueueEntry | undefined {
  const turn = state.floor.turns.find((each) => each.seat === seat && !each.takesQuestions);
  if (turn === undefined) return undefined;
  return state.speakers.lists
    .flatMap(({ entries }) => entries)
    .find((entry) => entry.kind === 'interposed' && entry.turn === turn.id && isWaiting(entry));
}

/** Asks who speaks whether to let a question in now: over the bar, until it is answered or over. */
export function InterposedChoice(): ReactNode {
  const text = useText();
  const nameOf = useSeatWords();
  const entry = useMeeting(({ state, me }) => askedOf(state, memberById(state, me)?.seat));
  const id = entry?.id;
  const name = entry === undefined ? '' : nameOf(entry.seat);
  useEffect(() => {
    if (id !== undefined) announce(text('controls.say.interposed', { name }), 'assertive');
  }, [id, name, text]);
  if (entry === undefined) return null;
  return (
    <section className={styles.interposed} aria-label={text('speakers.kind.interposed')}>
      <p>
        <b>{text('controls.interposed', { name })}</b> {text('controls.interposed.why')}
        {entry.topic !== null && 'text' in entry.topic && (
          <bdi className={styles.topic} dir="auto">
            {entry.topic.text}
          </bdi>
        )}
      </p>
      <CommandButton
        primary
        command={{ type: 'speakers.accept', entry: entry.id }}
        label={text('controls.interposed.accept')}
        name={text('controls.interposed.acceptNamed', { name })}
        reason="below"
      />
      <CommandButton
        command={{ type: 'speakers.decline', entry: entry.id }}
        label={text('controls.interposed.decline')}
        name={text('controls.interposed.declineNamed', { name })}
      />
    </section>
  );
}
