import type { QuestionRound } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Asker } from './Asker.tsx';
import css from './card.module.css';
import { Desk } from './Desk.tsx';
import type { Card, CardState } from './groups.ts';
import { PublicActs } from './PublicActs.tsx';
import { QuestionBody } from './QuestionBody.tsx';
import { QuestionText } from './QuestionText.tsx';
import { useOwnSeat } from './seats.ts';

type Look = { tone: 'plain' | 'live' | 'warn' | 'accent'; icon: IconName | null };

const looks: Record<CardState, Look> = {
  collected: { tone: 'plain', icon: null },
  asked: { tone: 'plain', icon: 'microphone' },
  answering: { tone: 'accent', icon: null },
  answered: { tone: 'live', icon: 'check' },
  partlyAnswered: { tone: 'warn', icon: 'half' },
  deferred: { tone: 'plain', icon: 'later' },
};

const done: readonly CardState[] = ['answered', 'partlyAnswered', 'deferred'];

/** A numbered question of a round: whose, what, and how it was dealt with. What is done with is shown in short. */
export function QuestionCard({ card, round }: { card: Card; round: QuestionRound }): ReactNode {
  const text = useText();
  const formats = useFormats();
  const [whole, setWhole] = useState(false);
  const { question, number, state, deferredFrom } = card;
  const look = looks[state];
  const short = done.includes(state) && !whole;
  return (
    <li
      className={css.card}
      data-state={state}
      data-question={question.id}
      tabIndex={-1}
      aria-current={state === 'answering' ? 'true' : undefined}
    >
      <span className={css.number}>{formats.number(number)}</span>
      <div className={css.meta}>
        <Asker question={question} />
        {state !== 'collected' && (
          <span className={css.state} data-tone={look.tone}>
            {look.icon !== null && <Icon name={look.icon} size="small" />}
            {text(`questions.card.${state}`)}
          </span>
        )}
        {deferredFrom !== null && state === 'collected' && (
          <span>{text('questions.card.deferredFrom', { round: deferredFrom })}</span>
        )}
        {short && question.answer !== null && <span>{text('questions.answerHere')}</span>}
      </div>
      {short ? <QuestionText question={question} lines={2} /> : <QuestionBody question={question} />}
      <div className={css.acts}>
        <CardActs card={card} round={round} />
        {!short && <PublicActs question={question} />}
        {done.includes(state) && (
          <Button
            variant="quiet"
            size="small"
            name={text(whole ? 'questions.card.lessNamed' : 'questions.card.moreNamed', { number })}
            onPress={() => setWhole(!whole)}
          >
            {text(whole ? 'questions.card.less' : 'questions.card.more')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The desk of those who run the meeting; whoever answers the round ticks its cards. */
function CardActs({ card, round }: { card: Card; round: QuestionRound }): ReactNode {
  const managing = useManaging();
  const own = useOwnSeat();
  const answers = useMeeting(({ state }) =>
    state.floor.turns.some(
      ({ seat, purpose }) => seat === own && purpose.kind === 'answer' && purpose.round === round.id,
    ),
  );
  if (round.status === 'completed' || (!managing && !answers)) return null;
  return (
    <>
      {round.status === 'answering' && <Desk part={{ kind: 'marks', ...card }} />}
      {managing && <Desk part={{ kind: 'question', ...card }} />}
    </>
  );
}
