import { describe, expect, it } from 'vitest';
import {
  accept,
  answers,
  carry,
  chairs,
  closeRound,
  complete,
  dismiss,
  end,
  mark,
  merge,
  openRound,
  submit,
} from '../testing/asking.ts';
import { items, members, seats } from '../testing/sample.ts';
import { by, pass, received, type Step, system, tell } from '../testing/story.ts';
import { evolve } from './evolve.ts';
import type { MeetingEvent } from './messages.ts';
import { eventsFor, seesAnew, viewFor } from './projection.ts';
import type { MeetingState } from './state.ts';
import type { Id } from './words.ts';

const { chair, moderator, norway, iran, iranAide, india, keynote, rapporteur, operator } = members;

const vote = (member: Id, question: Id, up = true): Step => by(member, { type: 'questions.vote', question, up });

/** Two rounds, with all that comes into sight and goes out of it. */
const story: readonly Step[] = [
  ...answers,
  chairs({ type: 'session.changePolicy', upvotes: true, typedAnswers: true }),
  submit(norway, 'q5', { anonymous: true, addressee: seats.iran }),
  submit(norway, 'q6'),
  submit(iran, 'q7', { live: true, text: null }),
  by(norway, { type: 'questions.edit', question: 'q5', text: 'How?' }),
  ...accept('q3'),
  openRound('r2', 2),
  ...accept('q5', 'q4'),
  chairs({ type: 'questions.move', question: 'q5', before: 'q3' }),
  vote(iran, 'q3'),
  vote(iran, 'q5'),
  vote(india, 'q5'),
  vote(iran, 'q5', false),
  chairs({ type: 'questions.label', question: 'q5', labels: ['Water'] }),
  by(norway, { type: 'questions.translate', question: 'q5', text: 'چرا؟', language: 'fa' }),
  by(keynote, { type: 'questions.answerInWriting', question: 'q4', text: 'Because.', language: 'en' }),
  merge('q5', 'q4'),
  chairs({ type: 'questions.restore', question: 'q5' }),
  chairs({ type: 'questions.dismiss', question: 'q6' }, 'act'),
  chairs({ type: 'session.undo', of: 'act' }),
  ...accept('q6'),
  merge('q6', 'q7'),
  dismiss('q7'),
  chairs({ type: 'questions.setRoundSize', round: 'r2', size: 4 }),
  ...accept('q5'),
  chairs({ type: 'questions.putBack', question: 'q3' }),
  chairs({ type: 'questions.takeIntoRound', question: 'q3', round: 'r2' }),
  chairs({ type: 'questions.dismiss', question: 'q3' }, 'act2'),
  chairs({ type: 'session.undo', of: 'act2' }),
  mark('q1', 'partlyAnswered'),
  pass(5000),
  end('t9'),
  complete('r1'),
  carry('q1', 'nextRound'),
  chairs({ type: 'questions.move', question: 'q2', before: 'q1' }),
  by(iran, { type: 'questions.withdraw', question: 'q2' }),
  closeRound('r2'),
  chairs({ type: 'questions.readOut', question: 'q5' }),
  chairs({ type: 'agenda.setNote', item: items.qna, text: 'Ask Oslo first' }),
  received('d1', keynote, { item: items.qna }),
  received('d2', chair, { item: items.qna }),
  received('d3', chair, { item: items.qna, use: 'paper' }),
  chairs({ type: 'slides.present', document: 'd2' }),
  by(keynote, { type: 'documents.remove', document: 'd1' }),
  chairs({ type: 'documents.remove', document: 'd2' }),
  chairs({ type: 'floor.give', seat: seats.iran }, 't1'),
  by(iran, { type: 'floor.take', turn: 't1' }),
  chairs({ type: 'keynote.sendCue', turn: 't1', kind: 'wrapUp' }, 'cue1'),
  chairs({ type: 'keynote.sendCue', turn: 't1', kind: 'slower' }, 'cue2'),
  by(iranAide, { type: 'keynote.acknowledgeCue', cue: 'cue2' }),
  system({ type: 'session.takeOver' }),
];

/** What a member is sent of the whole story, with the states between. */
function* sentTo(member: Id): Generator<{ before: MeetingState; sent: MeetingEvent[]; after: MeetingState }> {
  let before = tell().state;
  for (const event of tell(...story).log) {
    const after = evolve(before, event);
    if (event.type !== 'session.created' && !seesAnew(before, after, member))
      yield { before, sent: eventsFor(before, event, member), after };
    before = after;
  }
}

describe('the mirror of a member', () => {
  it('[VI4] follows the whole meeting, event by event', () => {
    const people = [chair, moderator, norway, iran, iranAide, india, keynote, rapporteur, operator];
    for (const member of [...people, 'm-nobody']) {
      const steps = [...sentTo(member)];
      expect(steps.length).toBeGreaterThan(50);
      for (const { before, sent, after } of steps)
        expect(sent.reduce(evolve, viewFor(before, member))).toEqual(viewFor(after, member));
    }
  });

  it('[VI3] [VI6] [VI7] [VI8] [VI9] what changes nothing in a view is not sent either', () => {
    const typesTo = (member: Id) => new Set([...sentTo(member)].flatMap(({ sent }) => sent.map(({ type }) => type)));
    const secret = ['agenda.noteSet', 'keynote.cueSent', 'keynote.cueAcknowledged', 'session.actRecorded'] as const;
    for (const type of secret) {
      expect(typesTo(india).has(type)).toBe(false);
      expect(typesTo(chair).has(type)).toBe(true);
    }
    expect(typesTo(india).has('questions.edited')).toBe(false);
    expect(typesTo(norway).has('questions.edited')).toBe(true);
    expect(typesTo('m-nobody')).toEqual(new Set(['session.opened']));
    const voters = [...sentTo(norway)].flatMap(({ sent }) =>
      sent.flatMap((event) => (event.type === 'questions.voted' ? [event.seat] : [])),
    );
    expect(voters).toEqual([null, null, null, null]);
  });
});
