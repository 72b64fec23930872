import { memberById } from '@track2/shared';
import type { ReactNode } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Asker } from './Asker.tsx';
import { CardActs } from './CardActs.tsx';
import type { Card, CardState, RoundCards } from './groups.ts';
import { QuestionText } from './QuestionText.tsx';
import css from './questions.module.css';

type Look = { tone: 'plain' | 'live' | 'warn' | 'accent'; icon: IconName | null };

const looks: Record<CardState, Look> = {
  collected: { tone: 'plain', icon: null },
  asked: { tone: 'plain', icon: 'microphone' },
  answering: { tone: 'accent', icon: null },
  answered: { tone: 'live', icon: 'check' },
  partlyAnswered: { tone: 'warn', icon: 'half' },
  deferred: { tone: 'plain', icon: 'later' },
};

/** A numbered question of a round: whose, what, and how it was dealt with. */
export function QuestionCard({ card, round }: { card: Card; round: RoundCards['round'] }): ReactNode {
  const text = useText();
  const formats = useFormats();
  const managing = useManaging();
  const { question, number, state } = card;
  const mine = useMeeting((meeting) => memberById(meeting.state, meeting.me)?.seat === question.seat);
  const look = looks[state];
  return (
    <li className={css.card} data-state={state} aria-current={state === 'answering' ? 'true' : undefined}>
      <span className={css.number}>{formats.number(number)}</span>
      <div className={css.meta}>
        {mine ? <b>{text('questions.card.yours')}</b> : <Asker question={question} />}
        <span className={css.state} data-tone={look.tone}>
          {look.icon !== null && <Icon name={look.icon} size="small" />}
          {text(`questions.card.${state}`)}
        </span>
        {card.deferredFrom !== null && state === 'collected' && (
          <span>{text('questions.card.deferredFrom', { round: card.deferredFrom })}</span>
        )}
      </div>
      <QuestionText question={question} />
      {managing && <CardActs card={card} round={round} />}
    </li>
  );
}
