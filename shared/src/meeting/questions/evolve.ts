import type { Id } from '../words.ts';
import type { Question, QuestionRound, QuestionStatus, Questions, QuestionsEvent, QuestionsReveal } from './schema.ts';

const withQuestion = (questions: Questions, id: Id, change: Partial<Question>): Questions => ({
  ...questions,
  questions: questions.questions.map((question) => (question.id === id ? { ...question, ...change } : question)),
});

const withStatus = (questions: Questions, ids: readonly Id[], status: QuestionStatus): Questions => ({
  ...questions,
  questions: questions.questions.map((question) => (ids.includes(question.id) ? { ...question, status } : question)),
});

const withRound = (questions: Questions, id: Id, change: Partial<QuestionRound>): Questions => ({
  ...questions,
  rounds: questions.rounds.map((round) => (round.id === id ? { ...round, ...change } : round)),
});

/** A list with one of its ids moved before another, or to the end. */
function inPlace<Value>(all: readonly Value[], idOf: (value: Value) => Id, moved: Value, before: Id | null): Value[] {
  const rest = all.filter((value) => idOf(value) !== idOf(moved));
  const found = before === null ? -1 : rest.findIndex((value) => idOf(value) === before);
  const at = found < 0 ? rest.length : found;
  return [...rest.slice(0, at), moved, ...rest.slice(at)];
}

function joined(questions: Questions, round: Id, id: Id): Questions {
  const taken = questions.rounds.find((other) => other.id === round)?.questions ?? [];
  return taken.includes(id) ? questions : withRound(questions, round, { questions: [...taken, id] });
}

function accepted(questions: Questions, id: Id, round: Id | null): Questions {
  if (round === null) return withStatus(questions, [id], 'accepted');
  return joined(withQuestion(questions, id, { status: 'inRound', left: null }), round, id);
}

// What is taken out leaves the round that still collects; a deferred one stays in the round it was asked in. [QU4]
const takenOut = (questions: Questions, id: Id, change: Partial<Question>): Questions => ({
  ...withQuestion(questions, id, change),
  rounds: questions.rounds.map((round) =>
    round.status === 'collecting' ? { ...round, questions: round.questions.filter((other) => other !== id) } : round,
  ),
});

// What an earlier round left over is left over again. [QU16]
function putBack(questions: Questions, id: Id): Questions {
  const earlier = questions.rounds.some((round) => round.status !== 'collecting' && round.questions.includes(id));
  return takenOut(questions, id, { status: earlier ? 'deferred' : 'accepted' });
}

function returned(questions: Questions, id: Id, status: QuestionStatus, round: Id | null): Questions {
  const marked = withQuestion(questions, id, { status, mergedInto: null });
  return round === null ? marked : joined(marked, round, id);
}

function moved(questions: Questions, id: Id, before: Id | null, round: Id | null): Questions {
  if (round === null) {
    const question = questions.questions.find((other) => other.id === id);
    if (question === undefined) return questions;
    return { ...questions, questions: inPlace(questions.questions, (other) => other.id, question, before) };
  }
  const taken = questions.rounds.find((other) => other.id === round)?.questions ?? [];
  return withRound(questions, round, { questions: inPlace(taken, (other) => other, id, before) });
}

function voted(
  questions: Questions,
  { question: id, seat, up, votes }: Extract<QuestionsEvent, { type: 'questions.voted' }>,
) {
  const voters = questions.questions.find((question) => question.id === id)?.voters ?? [];
  const others = voters.filter((voter) => voter !== seat);
  return withQuestion(questions, id, { votes, voters: up && seat !== null ? [...others, seat] : others });
}

function aboutRound(questions: Questions, event: Extract<QuestionsEvent, { round: Id }>): Questions {
  switch (event.type) {
    case 'questions.roundOpened': {
      const { round: id, item, number, size, questions: taken } = event;
      const round: QuestionRound = { id, item, number, size, status: 'collecting', questions: taken, usedMs: 0 };
      const open = { ...questions, rounds: [...questions.rounds, round] };
      return taken.reduce((all, question) => withQuestion(all, question, { status: 'inRound', left: null }), open);
    }
    case 'questions.roundResized':
      return withRound(questions, event.round, { size: event.size });
    case 'questions.roundReturned':
      return event.questions.reduce(
        (all, { question, status }) => withStatus(all, [question], status),
        withRound(questions, event.round, { status: event.status }),
      );
    case 'questions.roundClosed':
      return withRound(questions, event.round, { status: 'closed' });
    case 'questions.answerStarted':
      return withRound(questions, event.round, { status: 'answering' });
    case 'questions.blockHeld':
      return withRound(questions, event.round, { usedMs: event.usedMs });
    case 'questions.roundCompleted':
      return withRound(withStatus(questions, event.deferred, 'deferred'), event.round, { status: 'completed' });
  }
}

/** Questions and rounds after one of their events, or after a reveal made for one viewer. */
export function evolveQuestions(questions: Questions, event: QuestionsEvent | QuestionsReveal): Questions {
  switch (event.type) {
    case 'questions.submitted':
      return { ...questions, questions: [...questions.questions, event.question] };
    case 'questions.edited': {
      const { type: _, question, ...change } = event;
      return withQuestion(questions, question, change);
    }
    case 'questions.accepted':
      return accepted(questions, event.question, event.round);
    case 'questions.putBack':
      return putBack(questions, event.question);
    case 'questions.dismissed':
      return takenOut(questions, event.question, { status: 'dismissed' });
    case 'questions.withdrawn':
      return takenOut(questions, event.question, { status: 'withdrawn' });
    case 'questions.merged':
      return takenOut(questions, event.question, { status: 'merged', mergedInto: event.into });
    case 'questions.restored':
      return withQuestion(questions, event.question, { status: 'submitted', mergedInto: null, left: null });
    case 'questions.moved':
      return moved(questions, event.question, event.before, event.round);
    case 'questions.labelled':
      return withQuestion(questions, event.question, { labels: event.labels });
    case 'questions.translated':
      return withQuestion(questions, event.question, { translation: event.translation });
    case 'questions.voted':
      return voted(questions, event);
    case 'questions.answeredInWriting':
      return withQuestion(questions, event.question, { answer: event.answer, status: event.status });
    case 'questions.carried':
      return withQuestion(questions, event.question, { left: event.to });
    case 'questions.returned':
      return returned(questions, event.question, event.status, event.round);
    case 'questions.asked':
      return withStatus(questions, [event.question], 'asked');
    case 'questions.marked':
      return withStatus(questions, [event.question], event.mark);
    case 'questions.revealed': {
      const { question, before } = event;
      return { ...questions, questions: inPlace(questions.questions, ({ id }) => id, question, before) };
    }
    case 'questions.concealed':
      return { ...questions, questions: questions.questions.filter((question) => question.id !== event.question) };
    default:
      return aboutRound(questions, event);
  }
}
