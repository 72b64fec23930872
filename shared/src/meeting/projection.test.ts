import { describe, expect, it } from 'vitest';
import { seatsOf } from '../testing/desk.ts';
import { given } from '../testing/given.ts';
import { items, members, sampleMeeting, seats } from '../testing/sample.ts';
import { back, by, created, enter, held, lost, received, type Step, started, system, tell } from '../testing/story.ts';
import { evolve } from './evolve.ts';
import type { LoggedEvent } from './messages.ts';
import { documentsSeenBy, eventsFor, seesAnew, sightOf, viewFor } from './projection.ts';
import { memberById, nothingKnown } from './roster/rules.ts';
import { defaultPolicy } from './session/policy.ts';
import { initialState } from './session/rules.ts';
import type { Id } from './words.ts';

const { chair, moderator, keynote, keynoteAide, rapporteur, norway, iran, iranAide } = members;

const lobby = (member: Id): Step => by(member, { type: 'roster.enterLobby', ruleVersion: 1 });
const submitted = by(norway, { type: 'questions.submit', text: 'Secret?', language: 'en' }, 'q1');
const accepted = by(chair, { type: 'questions.accept', question: 'q1' });
const asked: Step[] = [...held(), started('qna'), submitted];

const ask = (member: Id, id: Id): Step => by(member, { type: 'questions.submit', text: 'Also?', language: 'en' }, id);
const voted = (seat: Id, up: boolean, votes: number): LoggedEvent => ({
  type: 'questions.voted',
  question: 'q1',
  seat,
  up,
  votes,
});

const revised: Step = (story) => system({ type: 'session.revise', plan: null, seats: seatsOf(story.state) })(story);

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

  it('[VI1] is the door for the operator inside, and follows the role of the seat', () => {
    const opens = [...held()];
    expect(sightOf(tell(...opens).state, members.operator)).toBe('door');
    expect(sightOf(tell(...opens, by(members.operator, { type: 'roster.leave' })).state, members.operator)).toBe(
      'threshold',
    );
    const made = by(chair, { type: 'roster.setRole', seat: seats.norway, role: 'operator' });
    const [before, after] = [tell(...opens).state, tell(...opens, made).state];
    expect(sightOf(after, norway)).toBe('door');
    expect(seesAnew(before, after, norway)).toBe(true);
    expect(seesAnew(before, after, iran)).toBe(false);
  });

  it('[VI1] a lost link changes none', () => {
    expect(sightOf(tell(...held(), lost(norway)).state, norway)).toBe('table');
    expect(sightOf(tell(created(), enter(chair), lobby(norway), lost(norway)).state, norway)).toBe('threshold');
    expect(sightOf(tell(...held(), lost(chair), back(chair)).state, chair)).toBe('bench');
  });
});

describe('views', () => {
  it('[VI2] at the threshold one sees the session, the own seat and the own presence alone', () => {
    const { state } = tell(
      created({ turnMs: 120_000 }),
      enter(chair),
      by(chair, { type: 'session.open' }),
      lobby(iran),
      started('qna'),
      by(chair, { type: 'roster.lock' }),
    );
    const view = viewFor(state, iran);
    expect(view.session).toEqual({ ...state.session, policy: defaultPolicy });
    expect(view.roster).toEqual({
      seats: [{ id: seats.iran, role: 'participant', delegation: 'd-tehran', members: [iran] }],
      members: [
        {
          id: iran,
          seat: seats.iran,
          kind: 'principal',
          presence: { status: 'inLobby' },
          ruleAccepted: 1,
          company: null,
          door: nothingKnown,
        },
      ],
      locked: false,
      chair: { status: 'there' },
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
    expect(passes({ type: 'session.policyChanged', policy: state.session.policy })).toBe(false);
    expect(passes({ type: 'session.takenOver' })).toBe(false);
  });

  it('[VI2] there one hears of the own role, and nothing of the door or of the chair', () => {
    const { state } = tell(created(), enter(chair), lobby(norway));
    const passes = (event: LoggedEvent) => eventsFor(state, event, norway).length === 1;
    expect(passes({ type: 'roster.roleSet', seat: seats.norway, role: 'observer' })).toBe(true);
    expect(passes({ type: 'roster.roleSet', seat: seats.iran, role: 'observer' })).toBe(false);
    expect(passes({ type: 'session.cancelled', moment: { at: 0, wall: 0 } })).toBe(true);
    expect(passes({ type: 'roster.turnedAway', member: norway })).toBe(true);
    expect(passes({ type: 'roster.removed', member: norway })).toBe(true);
    expect(passes({ type: 'roster.removed', member: iran })).toBe(false);
    for (const type of ['roster.locked', 'roster.unlocked', 'roster.chairOffered', 'roster.chairReturned'] as const)
      expect(passes({ type })).toBe(false);
    expect(passes({ type: 'roster.chairMissed', since: 0 })).toBe(false);
    const { seats: planned } = sampleMeeting();
    expect(passes({ type: 'session.revised', plan: null, seats: planned })).toBe(false);
  });

  it('[VI2] there the policy and the revisions are not seen', () => {
    const changed = by(chair, { type: 'session.changePolicy', chat: true, visibility: 'counts' });
    const { state } = tell(...held(), changed, revised, by(norway, { type: 'roster.leave' }));
    expect(viewFor(state, norway).session).toEqual({ ...state.session, policy: defaultPolicy, revision: 0 });
    expect(viewFor(state, iran).session).toEqual(state.session);
    expect(state.session).toMatchObject({ revision: 1, policy: { chat: true } });
  });

  it('[VI10] what is known of a member at the door is for those at the door and for the member', () => {
    const declined = by(norway, { type: 'roster.declineRule', ruleVersion: 1 });
    const flagged = system({ type: 'roster.flagLink', member: norway });
    const allowed = by(chair, { type: 'roster.allowDevice', member: norway });
    const steps = [...held(), by(norway, { type: 'roster.leave' }), declined, flagged, allowed];
    const { state } = tell(...steps);
    const known = (viewer: Id) => memberById(viewFor(state, viewer), norway)?.door;
    const all = { ruleDeclined: 1, linkUses: 1, vouchedFor: false, deviceAllowed: true, check: null };
    for (const sees of [chair, moderator, members.operator, norway]) expect(known(sees)).toEqual(all);
    for (const other of [iran, rapporteur, keynote]) expect(known(other)).toEqual(nothingKnown);
    const at = tell(...steps, by(members.operator, { type: 'roster.leave' })).state;
    expect(memberById(viewFor(at, members.operator), norway)).toBeUndefined();
  });

  it('[VI10] nobody else hears of it', () => {
    const { state } = tell(...held());
    const member = norway;
    const result = {
      camera: 'ok',
      microphone: 'ok',
      speaker: 'heard',
      udp: 'ok',
      tcp: 'ok',
      loopback: 'ok',
      roundTripMs: 1,
      lossPercent: 0,
    } as const;
    const events: LoggedEvent[] = [
      { type: 'roster.ruleDeclined', member, ruleVersion: 1 },
      { type: 'roster.equipmentChecked', member, result },
      { type: 'roster.linkFlagged', member },
      { type: 'roster.linkRenewed', member },
      { type: 'roster.vouchedFor', member },
      { type: 'roster.deviceAllowed', member },
      { type: 'roster.deviceAdded', member },
    ];
    for (const event of events) {
      for (const hears of [chair, moderator, members.operator, norway])
        expect(eventsFor(state, event, hears)).toEqual([event]);
      for (const other of [iran, rapporteur, keynote]) expect(eventsFor(state, event, other)).toEqual([]);
    }
  });

  it('[RO13] what a member declared is read by whoever sees the member', () => {
    const alone: Step = by(norway, { type: 'roster.enterLobby', ruleVersion: 1, company: { kind: 'alone' } });
    const inside = [
      ...held(),
      by(norway, { type: 'roster.leave' }),
      alone,
      by(chair, { type: 'roster.admit', member: norway }),
    ];
    for (const viewer of [iran, chair, norway])
      expect(memberById(viewFor(tell(...inside).state, viewer), norway)?.company).toEqual({ kind: 'alone' });
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

  it('[VI6] notes on items and what can be taken back are for managers inside', () => {
    const note = by(chair, { type: 'agenda.setNote', item: items.qna, text: 'Ask Oslo first' });
    const { state } = tell(...held(), note, by(chair, { type: 'floor.give', seat: seats.norway }, 't1'));
    const seen = (member: Id) => {
      const { agenda, session } = viewFor(state, member);
      return [agenda.items.some((item) => item.note !== null), session.acts.length];
    };
    expect([chair, moderator].map(seen)).toEqual([
      [true, 1],
      [true, 1],
    ]);
    for (const other of [norway, rapporteur, members.operator]) expect(seen(other)).toEqual([false, 0]);
    const undo = { kind: 'call' as const, turn: 't1', lapsed: [] };
    const hidden: LoggedEvent[] = [
      { type: 'agenda.noteSet', item: items.qna, note: null },
      { type: 'session.actRecorded', act: { id: 't1', until: 0, touches: [], undo } },
      { type: 'session.undone', of: 't1' },
    ];
    for (const event of hidden) {
      expect(eventsFor(state, event, chair)).toEqual([event]);
      expect(eventsFor(state, event, norway)).toEqual([]);
    }
  });

  it('[VI7] a cue is seen by its seat and by managers inside', () => {
    const { state } = tell(
      ...held(),
      by(chair, { type: 'floor.give', seat: seats.iran }, 't1'),
      by(iran, { type: 'floor.take', turn: 't1' }),
      by(chair, { type: 'keynote.sendCue', turn: 't1', kind: 'wrapUp' }, 'cue1'),
    );
    const acknowledged: LoggedEvent = { type: 'keynote.cueAcknowledged', cue: 'cue1', at: 0 };
    for (const sees of [chair, moderator, iran, iranAide]) {
      expect(viewFor(state, sees).keynote.cues).toMatchObject([{ id: 'cue1' }]);
      expect(eventsFor(state, acknowledged, sees)).toEqual([acknowledged]);
    }
    for (const other of [norway, members.operator]) {
      expect(viewFor(state, other).keynote.cues).toEqual([]);
      expect(eventsFor(state, acknowledged, other)).toEqual([]);
    }
  });

  it('[VI4] [VI7] many cues to one seat take none away from what another sees', () => {
    const speaks = (member: Id, turn: Id): Step[] => [
      by(chair, { type: 'floor.give', seat: member.replace('m-', 's-') }, turn),
      by(member, { type: 'floor.take', turn }),
    ];
    const cue = (turn: Id): Step => by(chair, { type: 'keynote.sendCue', turn, kind: 'slower' });
    const steps = [
      ...held(),
      by(chair, { type: 'floor.setMode', mode: 'directed' }),
      ...speaks(iran, 't1'),
      ...speaks(norway, 't2'),
      cue('t1'),
      ...Array.from({ length: 30 }, () => cue('t2')),
    ];
    expect(viewFor(tell(...steps).state, iran).keynote.cues).toHaveLength(1);
  });

  it('[VI8] slides that were not presented are seen by their seat and by managers inside', () => {
    const { state } = tell(...held(), started('keynote'), received('d1', keynote), received('d2', chair));
    const seen = (member: Id) => documentsSeenBy(state, member).map(({ id }) => id);
    expect([chair, keynote, keynoteAide, norway, members.operator].map(seen)).toEqual([
      ['d1', 'd2'],
      ['d1'],
      ['d1'],
      [],
      [],
    ]);
    const presented: LoggedEvent = { type: 'slides.presented', document: 'd1', driver: keynote };
    expect(eventsFor(state, presented, norway)).toMatchObject([
      { type: 'documents.revealed', document: { id: 'd1' }, before: null },
      presented,
    ]);
    expect(eventsFor(state, presented, keynoteAide)).toEqual([presented]);
    const removed: LoggedEvent = { type: 'documents.removed', document: 'd1' };
    expect(eventsFor(state, removed, norway)).toEqual([]);
    expect(eventsFor(state, removed, keynote)).toEqual([removed]);
  });

  it('[VI4] [VI8] presented slides take the place they have in the order of arrival', () => {
    const { state } = tell(
      ...held(),
      received('d1', keynote),
      received('d2', chair),
      received('d3', chair, { use: 'paper' }),
    );
    const [reveal] = eventsFor(state, { type: 'slides.presented', document: 'd1', driver: keynote }, norway);
    expect(reveal).toMatchObject({ type: 'documents.revealed', before: 'd3' });
  });

  it('[VI9] whose an anonymous question is, is for its seat and the bench', () => {
    const steps = [
      ...held({ upvotes: true }),
      by(norway, { type: 'questions.submit', text: 'Secret?', language: 'en', anonymous: true }, 'q1'),
      accepted,
    ];
    const { state } = tell(...steps);
    const askerFor = (member: Id) => viewFor(state, member).questions.questions.map(({ seat }) => seat);
    for (const sees of [norway, chair, moderator]) expect(askerFor(sees)).toEqual([seats.norway]);
    for (const other of [iran, rapporteur, members.operator]) expect(askerFor(other)).toEqual([null]);
    const acceptance: LoggedEvent = { type: 'questions.accepted', question: 'q1', round: null };
    const before = tell(...steps.slice(0, -1)).state;
    expect(eventsFor(before, acceptance, iran)[0]).toMatchObject({
      type: 'questions.revealed',
      question: { seat: null },
    });
    expect(eventsFor(before, acceptance, norway)).toEqual([acceptance]);
    // A question that is not anonymous has its seat in full.
    expect(viewFor(tell(...asked, accepted).state, iran).questions.questions).toMatchObject([{ seat: seats.norway }]);
  });

  it('[VI9] a vote is told without its seat to all but that seat and the bench', () => {
    const open = [...held({ upvotes: true }), submitted, accepted];
    const { state } = tell(...open, by(iran, { type: 'questions.vote', question: 'q1', up: true }));
    const votersFor = (member: Id) => viewFor(state, member).questions.questions.flatMap(({ voters }) => voters);
    for (const sees of [iran, iranAide, chair, moderator]) expect(votersFor(sees)).toEqual([seats.iran]);
    for (const other of [norway, rapporteur]) expect(votersFor(other)).toEqual([]);
    expect(viewFor(state, norway).questions.questions).toMatchObject([{ votes: 1 }]);
    const vote: LoggedEvent = { type: 'questions.voted', question: 'q1', seat: seats.iran, up: true, votes: 1 };
    const before = tell(...open).state;
    for (const sees of [iran, iranAide, chair]) expect(eventsFor(before, vote, sees)).toEqual([vote]);
    for (const other of [norway, rapporteur]) expect(eventsFor(before, vote, other)).toEqual([{ ...vote, seat: null }]);
  });

  it('[VI4] [VI9] a mirror counts the votes of others and keeps its own', () => {
    const open = [...held({ upvotes: true }), submitted, accepted];
    const votes = [voted(seats.iran, true, 1), voted(seats.india, true, 2), voted(seats.india, false, 1)];
    for (const member of [iran, norway, chair]) {
      let { state } = tell(...open);
      for (const event of votes) {
        const mirror = eventsFor(state, event, member).reduce(evolve, viewFor(state, member));
        state = evolve(state, event);
        expect(mirror).toEqual(viewFor(state, member));
      }
    }
  });

  it('[VI3] a merged question goes out of sight, but for its seat, which is told into which', () => {
    const other = by(iran, { type: 'questions.submit', text: 'Also?', language: 'en' }, 'q2');
    const { state } = tell(...asked, accepted, other);
    const merged: LoggedEvent = { type: 'questions.merged', question: 'q1', into: 'q2' };
    expect(eventsFor(state, merged, rapporteur)).toEqual([merged, { type: 'questions.concealed', question: 'q1' }]);
    expect(eventsFor(state, merged, norway)).toEqual([merged]);
    const after = evolve(state, merged);
    expect(viewFor(after, norway).questions.questions).toMatchObject([{ id: 'q1', mergedInto: 'q2' }]);
    const returned: LoggedEvent = { type: 'questions.returned', question: 'q1', status: 'accepted', round: null };
    expect(eventsFor(after, returned, rapporteur)).toMatchObject([
      { type: 'questions.revealed', question: { id: 'q1', status: 'merged' }, before: null },
      returned,
    ]);
  });

  it('[VI4] a question is moved past one that is out of sight as past any other', () => {
    const accept = (question: Id): Step => by(chair, { type: 'questions.accept', question });
    const steps = [...asked, ask(iran, 'q2'), ask(keynote, 'q3'), ask(chair, 'q4'), accept('q3'), accept('q4')];
    const before = tell(...steps).state;
    const moved: LoggedEvent = { type: 'questions.moved', question: 'q4', before: 'q3', round: null };
    const after = evolve(before, moved);
    for (const member of [rapporteur, norway, iran, chair]) {
      expect(eventsFor(before, moved, member)).toEqual([moved]);
      expect(evolve(viewFor(before, member), moved)).toEqual(viewFor(after, member));
    }
    expect(viewFor(after, rapporteur).questions.questions.map(({ id }) => id)).toEqual(['q4', 'q3']);
    expect(viewFor(after, iran).questions.questions.map(({ id }) => id)).toEqual(['q2', 'q4', 'q3']);
  });

  it('[VI4] a revealed question takes the place it has in the order of submission', () => {
    const later = by(iran, { type: 'questions.submit', text: 'Also?', language: 'en' }, 'q2');
    const { state } = given(...asked, later, by(chair, { type: 'questions.accept', question: 'q2' }));
    const [reveal] = eventsFor(state, { type: 'questions.accepted', question: 'q1', round: null }, iranAide);
    expect(reveal).toMatchObject({ type: 'questions.revealed', before: 'q2' });
  });
});
