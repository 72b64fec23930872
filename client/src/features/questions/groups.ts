import { awaitsRound, type Id, type Question, type QuestionRound, type Questions } from '@track2/shared';

/** What a card of a round says about its question. */
export type CardState = 'collected' | 'asked' | 'answering' | 'answered' | 'partlyAnswered' | 'deferred';

/** A question as a numbered card of a round. `deferredFrom` is the number of the earlier round that left it open. */
export type Card = { question: Question; number: number; state: CardState; deferredFrom: number | null };

/** A round with its cards in the order in which they were taken. */
export type RoundCards = { round: QuestionRound; cards: Card[] };

/** The questions of a meeting as people read them. */
export type QuestionGroups = {
  /** Rounds that go on, in the order of their opening. */
  going: RoundCards[];
  /** Rounds that are over, latest first. */
  completed: RoundCards[];
  /** Accepted or deferred, in no round that goes on: taken when the next one opens. */
  waiting: Question[];
};

const isGoing = (round: QuestionRound): boolean => round.status !== 'completed';
const isMarked = (question: Question): boolean =>
  question.status === 'answered' || question.status === 'partlyAnswered' || question.status === 'deferred';

/** The question of an answering round that the respondent is at: the first without a mark. */
export function questionBeingAnswered(round: QuestionRound, questions: readonly Question[]): Id | null {
  if (round.status !== 'answering') return null;
  return round.questions.find((id) => questions.some((each) => each.id === id && !isMarked(each))) ?? null;
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
    if (question === undefined) return [];
    const others = all.rounds.filter((other) => other.id !== round.id && other.questions.includes(id));
    const takenAgain = others.some((other) => all.rounds.indexOf(other) > all.rounds.indexOf(round));
    const earlier = others.filter((other) => all.rounds.indexOf(other) < all.rounds.indexOf(round)).at(-1);
    const state = cardState(question, round, current, takenAgain);
    return [{ question, number: index + 1, state, deferredFrom: earlier?.number ?? null }];
  });
  return { round, cards };
}

/** Sorts the questions into the rounds that hold them and those that wait for one. */
export function questionGroups(all: Questions): QuestionGroups {
  const taken = new Set(all.rounds.filter(isGoing).flatMap((round) => round.questions));
  return {
    going: all.rounds.filter(isGoing).map((round) => roundCards(round, all)),
    completed: all.rounds
      .filter((round) => !isGoing(round))
      .map((round) => roundCards(round, all))
      .toReversed(),
    waiting: all.questions.filter((question) => awaitsRound(question) && !taken.has(question.id)),
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

/** Questions that the chair put aside, latest first. */
export function dismissed(all: Questions): Question[] {
  return all.questions.filter((question) => question.status === 'dismissed').toReversed();
}
