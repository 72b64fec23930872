import type { Command, CommandType } from '../../meeting/messages.ts';
import type { Id } from '../../meeting/words.ts';
import {
  accept,
  carry,
  chairs,
  closeRound,
  complete,
  dismiss,
  mark,
  openRound,
  startAnswer,
  submit,
} from '../asking.ts';
import { items, members, seats } from '../sample.ts';
import { by, type Step, started } from '../story.ts';
import { base, type Owner, ofSeat, type SceneOf } from './scenes.ts';

const begun: readonly Step[] = [...base, started('qna')];
const withdraws = ({ member }: Owner): Step => by(member, { type: 'questions.withdraw', question: 'q1' });
const readOut: Step = chairs({ type: 'questions.readOut', question: 'q1' });
const putBack: Step = chairs({ type: 'questions.putBack', question: 'q1' });

/** A command that names a question of the owner's seat, submitted beside another and brought further. */
const ofQuestion =
  (asks: (question: Id) => Command, over: (owner: Owner) => readonly Step[], before: readonly Step[] = []): SceneOf =>
  (owner) => ({
    after: [...begun, submit(owner.member, 'q1'), submit(members.india, 'q2'), ...before],
    asks,
    id: 'q1',
    over: over(owner),
  });

const collecting = [...accept('q1'), openRound('r1')];
const closed = [...collecting, closeRound('r1')];
const answering = [...closed, startAnswer('r1', 't9')];

const ofRound =
  (asks: (round: Id) => Command, before: readonly Step[], over: readonly Step[]): SceneOf =>
  ({ member }) => ({ after: [...begun, submit(member, 'q1'), ...before], asks, id: 'r1', over });

/** The scenes of questions and rounds. */
export const scenesOfQuestions = {
  'questions.submit': ofSeat((addressee) => ({
    type: 'questions.submit',
    text: 'Why?',
    language: 'en',
    addressee,
  })),
  'questions.edit': ofQuestion(
    (question) => ({ type: 'questions.edit', question, text: 'How?', language: 'en' }),
    () => accept('q1'),
  ),
  'questions.withdraw': ofQuestion(
    (question) => ({ type: 'questions.withdraw', question }),
    (owner) => [withdraws(owner)],
  ),
  'questions.accept': ofQuestion(
    (question) => ({ type: 'questions.accept', question }),
    () => accept('q1'),
  ),
  'questions.dismiss': ofQuestion(
    (question) => ({ type: 'questions.dismiss', question }),
    () => [dismiss('q1')],
  ),
  'questions.restore': (owner) => {
    const restored = by(owner.member, { type: 'questions.restore', question: 'q1' });
    return {
      after: [...begun, submit(owner.member, 'q1'), withdraws(owner)],
      asks: (question) => ({ type: 'questions.restore', question }),
      id: 'q1',
      over: [restored],
    };
  },
  'questions.merge': ofQuestion(
    (question) => ({ type: 'questions.merge', question, into: 'q2' }),
    () => [chairs({ type: 'questions.merge', question: 'q1', into: 'q2' })],
  ),
  'questions.move': ofQuestion(
    (question) => ({ type: 'questions.move', question, before: null }),
    (owner) => [withdraws(owner)],
    accept('q1'),
  ),
  'questions.label': (owner) => ({
    after: [...begun, submit(owner.member, 'q1')],
    asks: (question) => ({ type: 'questions.label', question, labels: ['Water'] }),
    id: 'q1',
  }),
  'questions.translate': (owner) => ({
    after: [...begun, submit(owner.member, 'q1'), ...accept('q1')],
    asks: (question) => ({ type: 'questions.translate', question, text: 'چرا؟', language: 'fa' }),
    id: 'q1',
  }),
  'questions.vote': ofQuestion(
    (question) => ({ type: 'questions.vote', question, up: true }),
    () => [dismiss('q1')],
    accept('q1'),
  ),
  'questions.answerInWriting': ({ seat }) => ({
    after: [...begun, submit(members.india, 'q1', { addressee: seat }), ...accept('q1')],
    asks: (question) => ({ type: 'questions.answerInWriting', question, text: 'Because.', language: 'en' }),
    id: 'q1',
    over: [by(members.india, { type: 'questions.withdraw', question: 'q1' })],
  }),
  'questions.carry': ofQuestion(
    (question) => ({ type: 'questions.carry', question, to: 'writtenReply' }),
    (owner) => [withdraws(owner)],
    accept('q1'),
  ),
  'questions.openRound': ({ member }) => ({
    after: [...base, started('qna'), started('discussion'), chairs({ type: 'agenda.reopenItem', item: items.qna })],
    asks: (item) => ({ type: 'questions.openRound', item }),
    id: member === members.iran ? items.qna : items.keynote,
    over: [chairs({ type: 'agenda.skipItem', item: items.qna })],
    past: items.qna,
  }),
  'questions.setRoundSize': ofRound((round) => ({ type: 'questions.setRoundSize', round, size: 2 }), collecting, [
    closeRound('r1'),
  ]),
  'questions.takeIntoRound': ofQuestion(
    (question) => ({ type: 'questions.takeIntoRound', question, round: 'r1' }),
    (owner) => [withdraws(owner)],
    [...collecting, putBack],
  ),
  'questions.putBack': ofQuestion(
    (question) => ({ type: 'questions.putBack', question }),
    () => [putBack],
    collecting,
  ),
  'questions.closeRound': ofRound((round) => ({ type: 'questions.closeRound', round }), collecting, [closeRound('r1')]),
  'questions.readOut': ofQuestion(
    (question) => ({ type: 'questions.readOut', question }),
    () => [readOut],
    closed,
  ),
  'questions.callAsker': ofQuestion(
    (question) => ({ type: 'questions.callAsker', question }),
    () => [readOut],
    closed,
  ),
  'questions.startAnswer': ofRound((round) => ({ type: 'questions.startAnswer', round }), closed, [
    startAnswer('r1', 't9'),
    complete('r1'),
  ]),
  // Its own is what the seat answers, not what it asks.
  'questions.mark': ({ seat }) => ({
    after: [
      ...begun,
      submit(members.india, 'q1', { addressee: seats.iran }),
      ...closed,
      startAnswer('r1', 't9', seat === seats.iran ? seat : seats.keynote),
    ],
    asks: (question) => ({ type: 'questions.mark', question, mark: 'answered' }),
    id: 'q1',
    over: [mark('q1', 'deferred'), complete('r1'), carry('q1', 'nextRound'), openRound('r2')],
  }),
  'questions.completeRound': ofRound((round) => ({ type: 'questions.completeRound', round }), answering, [
    complete('r1'),
  ]),
} satisfies Partial<Record<CommandType, SceneOf>>;
