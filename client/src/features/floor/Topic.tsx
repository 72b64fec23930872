import type { Turn } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { turnTopic } from './turnTopic.ts';

/** What a turn is about, in the person's own words where there are any. */
export function Topic({ turn, className }: { turn: Turn; className?: string | undefined }): ReactNode {
  const text = useText();
  const nameOf = useSeatWords();
  const state = useMeeting((meeting) => meeting.state);
  const topic = turnTopic(state, turn);
  return (
    <>
      {topic.kind === 'words' ? (
        <>
          {topic.key !== null && <span className={className}>{text(topic.key)}</span>}
          {/* The direction lies on what may be cut, so that the end of a sentence is cut and never its beginning. */}
          <bdi className={className} dir="auto">
            {topic.text}
          </bdi>
        </>
      ) : (
        <span className={className}>
          {topic.kind === 'title' && <Words of={topic.title} />}
          {topic.kind === 'sentence' &&
            text(topic.key, topic.seat === null ? topic.values : { ...topic.values, name: nameOf(topic.seat) })}
        </span>
      )}
      {turn.takesQuestions && <span className={className}>{text('floor.topic.takesQuestions')}</span>}
    </>
  );
}
