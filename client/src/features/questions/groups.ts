import {
  awaitsRound,
  type Id,
  isPublic,
  type Leftover,
  type Question,
  type QuestionRound,
  type QuestionStatus,
  type Questions,
} from '@track2/shared';

/** What a card of a round says about its question. */
export type CardState = 'collected' | 'asked' | 'answering' | 'answered' | 'partlyAnswered' | 'deferred';

/** A question as a numbered card of a round. `deferredFrom` is the number of the earlier round that left it open. */
export type Card = { question: Question; number: number; state: CardState; deferredFrom: number | null };

/** A round with its cards in the order in which they were taken. */
export type RoundCards = { round: QuestionRound; cards: Card[] };

/**
 * Where a question goes that no round holds any more: where it was sent, `written` once that answer is there, `open`
 * when it was answered in part and nobody has said yet what becomes of the rest.
 */
export type Destination = Leftover | 'written' | 'open';

/** A question that was not done with in a round, or was sent past the rounds. */
export type Carried = { question: Question; to: Destination };

/** The questions of a meeting as people read them. */
export type QuestionGroups = {
  /** Rounds that go on, in the order of their opening. */
  going: RoundCards[];
  /** Rounds that are over, latest first. */
  completed: RoundCards[];
  /** What is left, by where it goes; the next round takes these before all others. */
  carried: Carried[];
  /** Accepted anew, in no round that goes on: taken when the next one opens. */
  waiting: Question[];
};

const isGoing = (round: QuestionRound): boolean => round.status !== 'completed';
const isMarked = (question: Question): boolean =>
  question.status === 'answered' || question.status === 'partlyAnswered' || question.status === 'deferred';

const isOpen = (question: Question): boolean => isPublic(question.status) && !isMarked(question);

/** The question of an answering round that the respondent is at: the first without a mark. */
export function questionBeingAnswered(round: QuestionRound, questions: readonly Question[]): Id | null {
  if (round.status !== 'answering') return null;
  return round.questions.find((id) => questions.some((each) => each.id === id && isOpen(each))) ?? null;
}

function cardState(question: Question, round: QuestionRound, current: Id | null, takenAgain: boolean): CardState {
  // A question that a later round took again was left open by this one, whatever became of it since.
  if (takenAgain) return 'deferred';
  if (question.id === current) return 'answering';
  switch (question.status) {
    case 'answered':
    case 'partlyAnswered':
    case 'deferred':
      return question.status;
    case 'asked':
      return 'asked';
    default:
      return round.status === 'completed' ? 'deferred' : 'collected';
  }
}

function roundCards(round: QuestionRound, all: Questions): RoundCards {
  const current = questionBeingAnswered(round, all.questions);
  const cards = round.questions.flatMap((id, index): Card[] => {
    const question = all.questions.find((each) => each.id === id);
    // What was withdrawn or put aside after its round is none of its cards any more, for whoever still sees it.
    if (question === undefined || !isPublic(question.status)) return [];
    const others = all.rounds.filter((other) => other.id !== round.id && other.questions.includes(id));
    const takenAgain = others.some((other) => all.rounds.indexOf(other) > all.rounds.indexOf(round));
    const earlier = others.filter((other) => all.rounds.indexOf(other) < all.rounds.indexOf(round)).at(-1);
    const state = cardState(question, round, current, takenAgain);
    return [{ question, number: index + 1, state, deferredFrom: earlier?.number ?? null }];
  });
  return { round, cards };
}

/** Where a question goes that no round holds now, or null when it is done with, hidden, or simply waits its turn. */
export function destinationOf({ status, left, answer }: Question, hadRound: boolean): Destination | null {
  switch (status) {
    case 'accepted':
      return left === 'nextRound' ? null : left;
    case 'deferred':
      return left ?? 'nextRound';
    case 'partlyAnswered':
      return left ?? 'open';
    case 'answered':
      return answer !== null && (left === 'writtenReply' || !hadRound) ? 'written' : null;
    default:
      return null;
  }
}

const destinations: readonly Destination[] = ['nextRound', 'open', 'writtenReply', 'written', 'nextMeeting'];

function carriedIn(all: Questions, taken: ReadonlySet<Id>): Carried[] {
  const carried = all.questions.flatMap((question): Carried[] => {
    const hadRound = all.rounds.some(({ questions }) => questions.includes(question.id));
    const to = taken.has(question.id) ? null : destinationOf(question, hadRound);
    return to === null ? [] : [{ question, to }];
  });
  return carried.toSorted((one, other) => destinations.indexOf(one.to) - destinations.indexOf(other.to));
}

/** Sorts the questions into the rounds that hold them, what is left of earlier ones, and those that wait for one. */
export function questionGroups(all: Questions): QuestionGroups {
  const taken = new Set(all.rounds.filter(isGoing).flatMap((round) => round.questions));
  return {
    going: all.rounds.filter(isGoing).map((round) => roundCards(round, all)),
    completed: all.rounds
      .filter((round) => !isGoing(round))
      .map((round) => roundCards(round, all))
      .toReversed(),
    carried: carriedIn(all, taken),
    waiting: all.questions.filter(
      (question) => question.status === 'accepted' && awaitsRound(question) && !taken.has(question.id),
    ),
  };
}

/** The questions of one seat, latest first. */
export function questionsOf(all: Questions, seat: Id): Question[] {
  return all.questions.filter((question) => question.seat === seat).toReversed();
}

/** Submitted questions that wait for the chair's decision, oldest first. */
export function incoming(all: Questions): Question[] {
  return all.questions.filter((question) => question.status === 'submitted');
}

const aside: readonly QuestionStatus[] = ['dismissed', 'merged', 'withdrawn'];

/** What only its asker and those who run the meeting still see, latest first: put aside, merged or withdrawn. */
export function putAside(all: Questions): Question[] {
  return all.questions.filter(({ status }) => aside.includes(status)).toReversed();
}

/** The questions that another one may be merged into: all that the room sees or the chair has yet to accept. */
export function mergeTargets(all: Questions, merged: Id): Question[] {
  return all.questions.filter(({ id, status }) => id !== merged && (isPublic(status) || status === 'submitted'));
}

/** The seats that may be called to answer a round: the speaker of its item, then those its questions are for. */
export function respondentsIn(round: QuestionRound, speaker: Id | null, all: Questions): Id[] {
  const addressed = round.questions.map((id) => all.questions.find((each) => each.id === id)?.addressee ?? null);
  return [...new Set([speaker, ...addressed])].filter((seat) => seat !== null);
}

/** The questions among which one is moved: those of its round, or those that wait as it does, in their order. */
export function orderAround(all: Questions, { id, status }: Pick<Question, 'id' | 'status'>): Id[] {
  if (status === 'inRound') return all.rounds.findLast(({ questions }) => questions.includes(id))?.questions ?? [];
  const { waiting, carried } = questionGroups(all);
  const next = carried.flatMap(({ question, to }) => (to === 'nextRound' ? [question] : []));
  return (status === 'accepted' ? waiting : next).map((question) => question.id);
}
