import { awaitsRound, type Question, type QuestionRound } from '@track2/shared';

/** What stands on a card for those who run the meeting. */
export type DeskButton = 'accept' | 'dismiss' | 'take' | 'putBack' | 'callAsker' | 'readOut';

/** What stands in the menu of a card. */
export type DeskEntry =
  | 'up'
  | 'down'
  | 'merge'
  | 'labels'
  | 'translation'
  | 'dismiss'
  | 'nextRound'
  | 'writtenReply'
  | 'nextMeeting';

/** The acts that suit a question where it stands; the meeting's rules say of each whether it may be done now. */
export type DeskActsOf = { buttons: DeskButton[]; menu: DeskEntry[] };

/** The round that holds the question, if one that goes on does, and the one that collects. */
type Rounds = { held: QuestionRound | undefined; collecting: QuestionRound | undefined };

function buttonsOf(question: Question, { held, collecting }: Rounds): DeskButton[] {
  if (question.status === 'submitted') return ['accept', 'dismiss'];
  if (held === undefined) return awaitsRound(question) && collecting !== undefined ? ['take'] : [];
  if (held.status === 'collecting') return ['putBack', 'dismiss'];
  if (question.status !== 'inRound') return [];
  const voiced: DeskButton[] = question.anonymous ? [] : ['callAsker'];
  return question.text === null ? voiced : [...voiced, 'readOut'];
}

function movesOf(question: Question, held: QuestionRound | undefined): DeskEntry[] {
  const inOrder = held === undefined ? awaitsRound(question) : held.status === 'collecting' || held.status === 'closed';
  return inOrder ? ['up', 'down'] : [];
}

/** The acts that suit a question where it stands. */
export function deskActsOf(question: Question, rounds: Rounds): DeskActsOf {
  const { status, text } = question;
  const buttons = buttonsOf(question, rounds);
  const collected = rounds.held?.status === 'collecting';
  const unasked = status === 'submitted' || collected || (rounds.held === undefined && awaitsRound(question));
  // What earlier rounds have left has these three on its card.
  const sent: DeskEntry[] = status === 'accepted' && question.left === null ? ['writtenReply', 'nextMeeting'] : [];
  return {
    buttons,
    menu: [
      ...movesOf(question, rounds.held),
      ...(unasked ? (['merge'] as const) : []),
      'labels',
      ...(text === null ? [] : (['translation'] as const)),
      ...sent,
      ...(unasked && !buttons.includes('dismiss') && status !== 'partlyAnswered' ? (['dismiss'] as const) : []),
    ],
  };
}
