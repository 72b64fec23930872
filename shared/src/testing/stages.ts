import type { Command } from '../meeting/messages.ts';
import type { Id } from '../meeting/words.ts';
import { canaryOf, nameCanaryOf } from './commands.ts';
import type { History } from './moves.ts';
import { items, members, sampleMeeting, seats } from './sample.ts';
import {
  by,
  created,
  enter,
  everybodyInside,
  held,
  lost,
  pass,
  received,
  type Step,
  type Story,
  started,
  tell,
} from './story.ts';

// Few places, so that random people meet at them.
const few = { maxOpenMicrophones: 2, maxDirectedHolders: 2, questionsPerRound: 2 };

const lobby = (member: Id): Step => by(member, { type: 'roster.enterLobby', ruleVersion: 1 });

const submit = (member: Id): Step =>
  by(member, { type: 'questions.submit', text: canaryOf(seatOf(member)), language: 'en' }, `q-${member}`);

const seatOf = (member: Id): Id =>
  sampleMeeting().seats.find((seat) => seat.members.some(({ id }) => id === member))?.id ?? 'nobody';

const slides = (document: Id, member: Id): Step => received(document, member, { name: nameCanaryOf(document) });

const askers = [members.norway, members.iran, members.india];

/** What the stages below name by ids of their own: rounds, questions, entries of the list and turns. */
export const namedAtStart: readonly Id[] = [
  'r-1',
  'r-2',
  't-keynote',
  't-answer',
  'd-talk',
  'd-spare',
  'a-end',
  'x-tour',
  'x-iran',
  'x-india',
  'x-pakistan',
  'x-moderator',
  ...askers.flatMap((member) => [`q-${member}`, `e-${member}`, `t-${member}`]),
];

const responds = (kind: 'interposed' | 'clarification' | 'directResponse'): Command => ({
  type: 'speakers.respond',
  turn: `t-${members.norway}`,
  kind,
  topic: null,
});

const inRound: readonly Step[] = [
  ...held({ ...few, upvotes: true, typedAnswers: true }),
  started('qna'),
  ...askers.map(submit),
  by(members.chair, { type: 'questions.openRound', item: items.qna }, 'r-1'),
  by(members.chair, { type: 'questions.accept', question: `q-${members.norway}` }),
  by(members.chair, { type: 'questions.accept', question: `q-${members.iran}` }),
  by(members.chair, { type: 'questions.closeRound', round: 'r-1' }),
];

const inDebate: readonly Step[] = [
  ...held(few),
  started('discussion'),
  by(members.chair, { type: 'floor.setMode', mode: 'directed' }),
  ...askers.map((member) =>
    by(member, { type: 'speakers.requestFloor', item: items.discussion, topic: null }, `e-${member}`),
  ),
  by(members.chair, { type: 'speakers.call', entry: `e-${members.norway}` }, `t-${members.norway}`),
  by(members.norway, { type: 'floor.take', turn: `t-${members.norway}` }),
  by(members.iran, { type: 'speakers.defer', entry: `e-${members.iran}` }),
];

/** The stages at which a history may begin: the later ones lead to states that chance seldom reaches. */
export const starts: Readonly<Record<History['start'], Story>> = {
  created: tell(created(few)),
  inside: tell(created({ maxOpenMicrophones: 2 }), everybodyInside),
  held: tell(...held(few)),
  lobby: tell(created(few), enter(members.chair), ...askers.flatMap((member) => [lobby(member), lost(member)])),
  round: tell(
    ...inRound,
    by(members.chair, { type: 'questions.callAsker', question: `q-${members.norway}` }, `t-${members.norway}`),
    by(members.norway, { type: 'floor.take', turn: `t-${members.norway}` }),
    by(members.norway, { type: 'floor.endTurn', turn: `t-${members.norway}` }, 'a-end'),
  ),
  answer: tell(
    ...inRound,
    by(members.chair, { type: 'questions.startAnswer', round: 'r-1' }, 't-answer'),
    by(members.keynote, { type: 'floor.take', turn: 't-answer' }),
    by(members.keynote, { type: 'questions.mark', question: `q-${members.norway}`, mark: 'partlyAnswered' }),
    by(members.chair, { type: 'questions.readOut', question: `q-${members.iran}` }),
    by(members.moderator, { type: 'questions.openRound', item: items.qna }, 'r-2'),
    by(members.chair, { type: 'questions.carry', question: `q-${members.norway}`, to: 'nextRound' }),
  ),
  list: tell(
    ...inDebate,
    pass(5000),
    // An end that can be taken back for a while.
    by(members.norway, { type: 'floor.endTurn', turn: `t-${members.norway}` }, 'a-end'),
    // Deferred, and not there.
    by(members.india, { type: 'speakers.defer', entry: `e-${members.india}` }),
    lost(members.india),
  ),
  respond: tell(
    ...inDebate,
    by(members.iran, responds('interposed'), 'x-iran'),
    by(members.india, responds('interposed'), 'x-india'),
    by(members.pakistan, responds('directResponse'), 'x-pakistan'),
    by(members.moderator, responds('clarification'), 'x-moderator'),
    by(members.norway, { type: 'speakers.accept', entry: 'x-iran' }, `t-${members.iran}`),
  ),
  tour: tell(
    ...held(few),
    started('discussion'),
    by(
      members.chair,
      {
        type: 'speakers.startTour',
        item: items.discussion,
        order: 'seat',
        seats: [seats.norway, seats.iran, seats.india],
        limitMs: 120_000,
      },
      'x-tour',
    ),
    by(members.iran, { type: 'speakers.pass', entry: 'x-tour-2' }),
    by(members.chair, { type: 'speakers.call', entry: 'x-tour-1' }, `t-${members.norway}`),
  ),
  between: tell(
    ...held(few),
    ...['d-oslo', 'd-tehran'].map((delegation) =>
      by(members.chair, { type: 'floor.setBudget', delegation, budgetMs: 600_000 }),
    ),
    by(members.chair, { type: 'floor.setMode', mode: 'directed' }),
    ...[members.norway, members.iran].flatMap((member) => [
      by(members.chair, { type: 'floor.give', seat: seatOf(member) }, `t-${member}`),
      by(member, { type: 'floor.take', turn: `t-${member}` }),
    ]),
  ),
  keynote: tell(
    ...held(few),
    started('keynote'),
    slides('d-talk', members.keynoteAide),
    slides('d-spare', members.chair),
    by(members.chair, { type: 'floor.give', seat: seats.keynote }, 't-keynote'),
    by(members.keynote, { type: 'floor.take', turn: 't-keynote' }),
    by(members.keynote, { type: 'slides.present', document: 'd-talk' }),
    by(members.keynoteAide, { type: 'slides.askToDrive', document: 'd-talk' }),
    by(members.operator, { type: 'roster.goBackstage' }),
  ),
};
