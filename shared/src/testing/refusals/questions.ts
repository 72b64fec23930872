import type { Command, RefusalCode } from '../../meeting/messages.ts';
import { MOST_SUBMITTED } from '../../meeting/questions/rules.ts';
import type { Id } from '../../meeting/words.ts';
import { items, members, seats } from '../sample.ts';
import { by, type Step, started } from '../story.ts';
import { addItem, asks, chairAsks, type Way } from './steps.ts';

const { chair, keynote, norway, iran } = members;

const submitted = (question: Id): Step =>
  by(norway, { type: 'questions.submit', text: 'Why?', language: 'en' }, question);
const collecting: Step = by(chair, { type: 'questions.openRound', item: items.qna }, 'r1');
const accepted = (question: Id): Step => by(chair, { type: 'questions.accept', question });
const roundClosed: Step = by(chair, { type: 'questions.closeRound', round: 'r1' });
const anonymously: Step = by(norway, { type: 'questions.submit', text: 'Why?', language: 'en', anonymous: true }, 'q1');
const inRound: readonly Step[] = [submitted('q1'), collecting, accepted('q1'), roundClosed];
const votes: Step = by(chair, { type: 'session.changePolicy', upvotes: true });
const vote = (question: Id): Command => ({ type: 'questions.vote', question, up: true });

/** The refusals of `questions`, and a way to meet each. */
export const questionsWays: Record<Extract<RefusalCode, `questions.${string}`>, Way> = {
  'questions.noQuestionTime': asks(
    norway,
    { type: 'questions.submit', text: 'Why?', language: 'en' },
    started('keynote'),
    started('qna'),
    started('discussion'),
  ),
  'questions.itemTakesNone': chairAsks({ type: 'questions.openRound', item: items.discussion }),
  'questions.unknownQuestion': chairAsks({ type: 'questions.accept', question: 'constructor' }),
  'questions.unknownRound': chairAsks({ type: 'questions.closeRound', round: 'constructor' }),
  'questions.notSubmitted': chairAsks({ type: 'questions.accept', question: 'q1' }, submitted('q1'), accepted('q1')),
  'questions.notDismissed': chairAsks({ type: 'questions.restore', question: 'q1' }, submitted('q1')),
  'questions.notInRound': chairAsks({ type: 'questions.callAsker', question: 'q1' }, submitted('q1'), accepted('q1')),
  'questions.alreadyAsked': chairAsks(
    { type: 'questions.dismiss', question: 'q1' },
    submitted('q1'),
    collecting,
    accepted('q1'),
    roundClosed,
  ),
  'questions.roundStillOpen': chairAsks({ type: 'questions.openRound', item: items.qna }, collecting),
  'questions.roundNotCollecting': chairAsks(
    { type: 'questions.closeRound', round: 'r1' },
    submitted('q1'),
    collecting,
    accepted('q1'),
    roundClosed,
  ),
  'questions.roundNotClosed': chairAsks({ type: 'questions.startAnswer', round: 'r1' }, collecting),
  'questions.roundNotAnswering': chairAsks({ type: 'questions.completeRound', round: 'r1' }, collecting),
  'questions.roundEmpty': chairAsks({ type: 'questions.closeRound', round: 'r1' }, collecting),
  'questions.noRespondent': chairAsks(
    { type: 'questions.startAnswer', round: 'r1' },
    by(chair, { ...addItem, itemType: 'qna' }, 'i-further'),
    by(chair, { type: 'questions.openRound', item: 'i-further' }, 'r1'),
    submitted('q1'),
    accepted('q1'),
    roundClosed,
  ),
  'questions.tooMany': asks(
    norway,
    { type: 'questions.submit', text: 'Why?', language: 'en' },
    ...Array.from({ length: MOST_SUBMITTED }, (_, index) => submitted(`q${index}`)),
  ),
  'questions.textNeeded': asks(norway, { type: 'questions.submit', text: null, language: 'en' }),
  'questions.liveIsNamed': asks(norway, {
    type: 'questions.submit',
    text: null,
    language: 'en',
    live: true,
    anonymous: true,
  }),
  'questions.notYours': asks(iran, { type: 'questions.withdraw', question: 'q1' }, submitted('q1')),
  'questions.mergeTarget': chairAsks({ type: 'questions.merge', question: 'q1', into: 'q1' }, submitted('q1')),
  'questions.notWaiting': chairAsks({ type: 'questions.move', question: 'q1', before: null }, submitted('q1')),
  'questions.roundFull': chairAsks(
    { type: 'questions.takeIntoRound', question: 'q2', round: 'r1' },
    by(chair, { type: 'questions.openRound', item: items.qna, size: 1 }, 'r1'),
    submitted('q1'),
    submitted('q2'),
    accepted('q1'),
    accepted('q2'),
  ),
  'questions.roundHolds': chairAsks(
    { type: 'questions.setRoundSize', round: 'r1', size: 1 },
    collecting,
    submitted('q1'),
    submitted('q2'),
    accepted('q1'),
    accepted('q2'),
  ),
  'questions.askerAnonymous': chairAsks(
    { type: 'questions.callAsker', question: 'q1' },
    anonymously,
    collecting,
    accepted('q1'),
    roundClosed,
  ),
  'questions.nothingToRead': chairAsks(
    { type: 'questions.readOut', question: 'q1' },
    by(norway, { type: 'questions.submit', text: null, language: 'en', live: true }, 'q1'),
    collecting,
    accepted('q1'),
    roundClosed,
  ),
  'questions.notRespondent': chairAsks({ type: 'questions.startAnswer', round: 'r1', seat: seats.india }, ...inRound),
  'questions.sameLanguage': chairAsks(
    { type: 'questions.translate', question: 'q1', text: 'Why then?', language: 'en' },
    submitted('q1'),
  ),
  'questions.nothingToTranslate': chairAsks(
    { type: 'questions.translate', question: 'q1', text: null, language: 'fa' },
    submitted('q1'),
  ),
  'questions.votesOff': asks(iran, vote('q1'), submitted('q1'), accepted('q1')),
  'questions.notVotable': asks(
    iran,
    vote('q1'),
    votes,
    ...inRound,
    by(chair, { type: 'questions.readOut', question: 'q1' }),
  ),
  'questions.ownQuestion': asks(norway, vote('q1'), votes, submitted('q1'), accepted('q1')),
  'questions.votedAlready': asks(iran, vote('q1'), votes, submitted('q1'), accepted('q1'), by(iran, vote('q1'))),
  'questions.notVoted': asks(
    iran,
    { type: 'questions.vote', question: 'q1', up: false },
    votes,
    submitted('q1'),
    accepted('q1'),
  ),
  'questions.typedOff': asks(
    keynote,
    { type: 'questions.answerInWriting', question: 'q1', text: 'So.', language: 'en' },
    submitted('q1'),
    accepted('q1'),
  ),
};
