import { type Context, type Decision, happen, refuse } from '../messages.ts';
import { managingRoles } from '../permissions.ts';
import type { Seat } from '../roster/schema.ts';
import type { MeetingState } from '../state.ts';
import { isPublic, respondentsOf, roundWith } from './pool.ts';
import type { Question, QuestionStatus, QuestionsCommand } from './schema.ts';

type WordsCommand = Extract<
  QuestionsCommand,
  { type: 'questions.label' | 'questions.translate' | 'questions.vote' | 'questions.answerInWriting' }
>;
type Of<Type extends WordsCommand['type']> = Extract<WordsCommand, { type: Type }>;

function translate(question: Question, { text, language }: Of<'questions.translate'>, seat: Seat): Decision {
  const interprets = seat.role === 'interpreter' && isPublic(question.status);
  if (!managingRoles.includes(seat.role) && !interprets && question.seat !== seat.id)
    return refuse({ code: 'questions.notYours' }); // [QU25]
  if (question.text === null || (text === null && question.translation === null))
    return refuse({ code: 'questions.nothingToTranslate' }); // [QU25]
  if (text !== null && language === question.language) return refuse({ code: 'questions.sameLanguage' }); // [QU25]
  const translation = text === null ? null : { language, text: { text } };
  return happen({ type: 'questions.translated', question: question.id, translation });
}

const votable: readonly QuestionStatus[] = ['accepted', 'inRound', 'deferred'];

function vote(state: MeetingState, question: Question, { up }: Of<'questions.vote'>, seat: Seat): Decision {
  if (!state.session.policy.upvotes) return refuse({ code: 'questions.votesOff' }); // [QU26]
  if (!votable.includes(question.status)) return refuse({ code: 'questions.notVotable' }); // [QU26]
  if (question.seat === seat.id) return refuse({ code: 'questions.ownQuestion' }); // [QU26]
  const voted = question.voters.includes(seat.id);
  if (voted === up) return refuse({ code: up ? 'questions.votedAlready' : 'questions.notVoted' }); // [QU26]
  const votes = question.votes + (up ? 1 : -1);
  return happen({ type: 'questions.voted', question: question.id, seat: seat.id, up, votes });
}

// Waiting for nothing but this answer, the question is answered by it; one in a round is marked there. [QU24]
function statusAfterAnswer(state: MeetingState, { id, status }: Question): QuestionStatus {
  const round = roundWith(state.questions, id);
  const inRound = round !== undefined && round.status !== 'completed' && status !== 'accepted';
  return inRound ? status : 'answered';
}

function answerInWriting(
  state: MeetingState,
  question: Question,
  { text, language }: Of<'questions.answerInWriting'>,
  seat: Seat,
): Decision {
  if (!isPublic(question.status)) return refuse({ code: 'questions.notWaiting' }); // [QU24]
  if (!respondentsOf(state, question).includes(seat.id)) return refuse({ code: 'questions.notRespondent' }); // [QU24]
  const allowed = state.session.policy.typedAnswers || question.left === 'writtenReply' || question.answer !== null;
  if (!allowed) return refuse({ code: 'questions.typedOff' }); // [QU24]
  const answer = { language, text: { text } };
  const status = statusAfterAnswer(state, question);
  return happen({ type: 'questions.answeredInWriting', question: question.id, answer, status });
}

/** What is written about a question: labels, translation, votes and the answer in writing. */
export function decideWords(
  state: MeetingState,
  question: Question,
  command: WordsCommand,
  { seat }: Context & { seat: Seat },
): Decision {
  switch (command.type) {
    case 'questions.label':
      return happen({
        type: 'questions.labelled',
        question: question.id,
        labels: [...new Set(command.labels)].map((text) => ({ text })),
      }); // [QU27]
    case 'questions.translate':
      return translate(question, command, seat);
    case 'questions.vote':
      return vote(state, question, command, seat);
    case 'questions.answerInWriting':
      return answerInWriting(state, question, command, seat);
  }
}
