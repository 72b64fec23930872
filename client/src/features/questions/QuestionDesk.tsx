import type { Id, Question, QuestionRound } from '@track2/shared';
import type { ReactNode } from 'react';
import { CarryActs, Marks } from './CardMarks.tsx';
import { DeskActs } from './DeskActs.tsx';
import type { Destination } from './groups.ts';
import { Incoming } from './Incoming.tsx';
import { OpenRound, OrderButton, RoundActs } from './RoundActs.tsx';

/** What of the desk stands at a place, and what it is about. `number` is that of a card in its round. */
export type DeskPart =
  | { kind: 'incoming' }
  | { kind: 'question'; question: Question; number?: number }
  | { kind: 'carry'; question: Question; to: Destination }
  | { kind: 'marks'; question: Question; number: number }
  | { kind: 'openRound' }
  | { kind: 'round'; round: QuestionRound }
  | { kind: 'order'; round: Id | null; list: string };

/** What those who run the meeting do with questions and with rounds; whoever answers a round marks its cards here. */
export function QuestionDesk({ part }: { part: DeskPart }): ReactNode {
  switch (part.kind) {
    case 'incoming':
      return <Incoming />;
    case 'question':
      return <DeskActs {...part} />;
    case 'carry':
      return <CarryActs {...part} />;
    case 'marks':
      return <Marks {...part} />;
    case 'openRound':
      return <OpenRound />;
    case 'round':
      return <RoundActs round={part.round} />;
    case 'order':
      return <OrderButton {...part} />;
  }
}
