import { describe, expect, it } from 'vitest';
import { given } from '../testing/given.ts';
import { items, members, seats } from '../testing/sample.ts';
import { back, by, created, enter, held, lost, type Step, started, tell } from '../testing/story.ts';
import type { LoggedEvent } from './messages.ts';
import { eventsFor, sightOf, viewFor } from './projection.ts';
import { initialState } from './session/rules.ts';
import type { Id } from './words.ts';

const { chair, moderator, rapporteur, norway, iran, iranAide } = members;

const lobby = (member: Id): Step => by(member, { type: 'roster.enterLobby', ruleVersion: 1 });
const submitted = by(norway, { type: 'questions.submit', text: 'Secret?', language: 'en' }, 'q1');
const accepted = by(chair, { type: 'questions.accept', question: 'q1' });
const asked: Step[] = [...held(), started('qna'), submitted];

const questionsSeenBy = (member: Id, ...steps: Step[]) =>
  viewFor(tell(...steps).state, member).questions.questions.map(({ id }) => id);

describe('sight', () => {
  it('[VI1] is the threshold before admission and after leaving, else the table, for managers the bench', () => {
    const { state } = tell(created(), enter(chair), lobby(norway));
    expect(sightOf(state, norway)).toBe('threshold');
    expect(sightOf(state, iran)).toBe('threshold');
    expect(sightOf(state, 'constructor')).toBe('threshold');
    const inside = tell(...held(), by(iran, { type: 'roster.leave' })).state;
    expect([chair, moderator, norway, rapporteur, iran].map((member) => sightOf(inside, member))).toEqual([
      'bench',
      'bench',
      'table',
      'table',
      'threshold',
    ]);
  });

  it('[VI1] a lost link changes none', () => {
    expect(sightOf(tell(...held(), lost(norway)).state, norway)).toBe('table');
    expect(sightOf(tell(created(), enter(chair), lobby(norway), lost(norway)).state, norway)).toBe('threshold');
    expect(sightOf(tell(...held(), lost(chair), back(chair)).state, chair)).toBe('bench');
  });
});

describe('views', () => {
  it('[VI2] at the threshold one sees the session, the own seat and the own presence alone', () => {
    const { state } = tell(created(), enter(chair), by(chair, { type: 'session.open' }), lobby(iran), started('qna'));
    const view = viewFor(state, iran);
    expect(view.session).toEqual(state.session);
    expect(view.roster).toEqual({
      seats: [{ id: seats.iran, role: 'participant', delegation: 'd-tehran', members: [iran] }],
      members: [{ id: iran, seat: seats.iran, kind: 'principal', presence: { status: 'inLobby' }, ruleAccepted: 1 }],
    });
    expect({ ...view, session: null, roster: null }).toEqual({ ...initialState, session: null, roster: null });
  });

  it('[VI2] there one hears of the session and of the own presence, and of nobody else', () => {
    const { state } = tell(created(), enter(chair), lobby(norway));
    const passes = (event: LoggedEvent) => eventsFor(state, event, norway).length === 1;
    expect(passes({ type: 'session.opened', moment: { at: 0, wall: 0 } })).toBe(true);
    expect(passes({ type: 'session.adjourned', moment: { at: 0, wall: 0 } })).toBe(true);
    expect(passes({ type: 'roster.linkLost', member: norway, since: 0 })).toBe(true);
    expect(passes({ type: 'roster.linkLost', member: chair, since: 0 })).toBe(false);
    expect(passes({ type: 'roster.admitted', member: iran })).toBe(false);
    expect(passes({ type: 'agenda.itemStarted', item: items.qna, moment: { at: 0, wall: 0 } })).toBe(false);
    expect(passes({ type: 'session.takenOver' })).toBe(false);
  });

  it('[VI3] a submitted question is seen by its seat and the bench', () => {
    for (const sees of [norway, chair, moderator]) expect(questionsSeenBy(sees, ...asked)).toEqual(['q1']);
    for (const other of [iran, rapporteur, members.operator]) expect(questionsSeenBy(other, ...asked)).toEqual([]);
  });

  it('[VI3] an accepted question is revealed to the table, a dismissed one goes out of sight', () => {
    expect(questionsSeenBy(iran, ...asked, accepted)).toEqual(['q1']);
    const { state } = tell(...asked);
    const reveal = eventsFor(state, { type: 'questions.accepted', question: 'q1', round: null }, iran);
    expect(reveal).toMatchObject([
      { type: 'questions.revealed', question: { id: 'q1', status: 'submitted' }, before: null },
      { type: 'questions.accepted', question: 'q1' },
    ]);
    const after = tell(...asked, accepted).state;
    const dismissal: LoggedEvent = { type: 'questions.dismissed', question: 'q1' };
    expect(eventsFor(after, dismissal, iran)).toEqual([dismissal, { type: 'questions.concealed', question: 'q1' }]);
    expect(eventsFor(after, dismissal, norway)).toEqual([dismissal]);
    expect(eventsFor(after, dismissal, chair)).toEqual([dismissal]);
  });

  it('[VI3] what happens to a question out of sight is out of sight too', () => {
    const { state } = tell(...asked);
    expect(eventsFor(state, { type: 'questions.dismissed', question: 'q1' }, iran)).toEqual([]);
    const dismissed = tell(...asked, by(chair, { type: 'questions.dismiss', question: 'q1' })).state;
    expect(eventsFor(dismissed, { type: 'questions.restored', question: 'q1' }, iran)).toEqual([]);
    expect(eventsFor(dismissed, { type: 'questions.restored', question: 'q1' }, norway)).toHaveLength(1);
  });

  it('[VI4] a revealed question takes the place it has in the order of submission', () => {
    const later = by(iran, { type: 'questions.submit', text: 'Also?', language: 'en' }, 'q2');
    const { state } = given(...asked, later, by(chair, { type: 'questions.accept', question: 'q2' }));
    const [reveal] = eventsFor(state, { type: 'questions.accepted', question: 'q1', round: null }, iranAide);
    expect(reveal).toMatchObject({ type: 'questions.revealed', before: 'q2' });
  });
});
