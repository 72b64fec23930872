import { type Decision, happen, refuse } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import { awaitsRound, isCollected, questionById, roundById, roundWith } from './pool.ts';
import type { Leftover, Question, QuestionStatus, QuestionsCommand } from './schema.ts';

/** In its round as long as that is not being answered, or else among those that wait. [QU22] */
function move(state: MeetingState, question: Question, before: Id | null): Decision {
  const next = before === null ? null : questionById(state, before);
  if (next === undefined) return refuse({ code: 'questions.unknownQuestion' }); // [PE5]
  if (question.status === 'inRound') {
    const round = roundWith(state.questions, question.id);
    const open = round?.status === 'collecting' || round?.status === 'closed';
    if (
      round === undefined ||
      !open ||
      (next !== null && !round.questions.includes(next.id)) ||
      next?.id === question.id
    )
      return refuse({ code: 'questions.notInRound' }); // [QU22]
    return happen({ type: 'questions.moved', question: question.id, before, round: round.id });
  }
  if (!awaitsRound(question) || (next !== null && !awaitsRound(next)) || next?.id === question.id)
    return refuse({ code: 'questions.notWaiting' }); // [QU22]
  return happen({ type: 'questions.moved', question: question.id, before, round: null });
}

function takeIntoRound(state: MeetingState, question: Question, id: Id): Decision {
  const round = roundById(state, id);
  if (round === undefined) return refuse({ code: 'questions.unknownRound' }); // [PE5]
  if (!awaitsRound(question)) return refuse({ code: 'questions.notWaiting' }); // [QU16]
  if (round.status !== 'collecting') return refuse({ code: 'questions.roundNotCollecting' }); // [QU16]
  if (round.questions.length >= round.size) return refuse({ code: 'questions.roundFull', size: round.size }); // [QU16]
  return happen({ type: 'questions.accepted', question: question.id, round: round.id });
}

const leftOver: readonly QuestionStatus[] = ['accepted', 'deferred', 'partlyAnswered'];

function carry(question: Question, to: Leftover): Decision {
  if (!leftOver.includes(question.status)) return refuse({ code: 'questions.notWaiting' }); // [QU23]
  return happen({ type: 'questions.carried', question: question.id, to });
}

/** Where a question stands: its place, its round, and where it goes when it was not done with. */
export function decideOrder(
  state: MeetingState,
  question: Question,
  command: Extract<
    QuestionsCommand,
    { type: 'questions.move' | 'questions.takeIntoRound' | 'questions.putBack' | 'questions.carry' }
  >,
): Decision {
  switch (command.type) {
    case 'questions.move':
      return move(state, question, command.before);
    case 'questions.takeIntoRound':
      return takeIntoRound(state, question, command.round);
    case 'questions.putBack':
      if (!isCollected(state.questions, question)) return refuse({ code: 'questions.notInRound' }); // [QU16]
      return happen({ type: 'questions.putBack', question: question.id });
    case 'questions.carry':
      return carry(question, command.to);
  }
}
