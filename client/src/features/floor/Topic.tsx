import { interruptedBy, type MeetingState, type Turn } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { turnTopic } from './turnTopic.ts';

/** What a turn is about, in the person's own words where there are any; and whose clock stands meanwhile. */
export function Topic({ turn, className }: { turn: Turn; className?: string | undefined }): ReactNode {
  const text = useText();
  const nameOf = useSeatWords();
  const state = useMeeting((meeting) => meeting.state);
  const topic = turnTopic(state, turn);
  const stands = interruptedIn(state, turn);
  return (
    <>
      {topic.kind === 'words' ? (
        // The direction lies on what may be cut, so that the end of a sentence is cut and never its beginning.
        <bdi className={className} dir="auto">
          {topic.key !== null && <bdi>{text(topic.key)}. </bdi>}
          {topic.text}
        </bdi>
      ) : (
        <span className={className}>
          {topic.kind === 'title' && <Words of={topic.title} />}
          {topic.kind === 'sentence' &&
            text(topic.key, topic.seat === null ? topic.values : { ...topic.values, name: nameOf(topic.seat) })}
        </span>
      )}
      {stands !== null && (
        <span className={className}>{text('floor.topic.clockStands', { name: nameOf(stands) })}</span>
      )}
      {turn.takesQuestions && <span className={className}>{text('floor.topic.takesQuestions')}</span>}
    </>
  );
}

/** The seat whose turn is interrupted by this one, or null. */
function interruptedIn({ floor }: MeetingState, { purpose }: Turn): string | null {
  const id = interruptedBy(purpose);
  return floor.turns.find((other) => other.id === id)?.seat ?? null;
}
