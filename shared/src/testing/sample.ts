import type { AgendaItemPlan, AgendaItemType, CameraPolicy } from '../meeting/agenda/schema.ts';
import type { SystemCommand } from '../meeting/messages.ts';
import type { SeatPlan } from '../meeting/roster/schema.ts';
import { defaultPolicy, type Policy } from '../meeting/session/schema.ts';
import type { Id, Role, WallTime } from '../meeting/words.ts';

/** The wall clock when the sample meeting is to begin: 28 May 2020, 08:00 UTC. */
export const startsAt: WallTime = 1_590_652_800_000;

/** The seats of the sample meeting by what they are. */
export const seats = {
  chair: 's-chair',
  moderator: 's-moderator',
  keynote: 's-keynote',
  rapporteur: 's-rapporteur',
  observer: 's-observer',
  operator: 's-operator',
  norway: 's-norway',
  iran: 's-iran',
  india: 's-india',
  pakistan: 's-pakistan',
} as const;

/** The people of the sample meeting: the principal of each seat by the seat's name, and two aides. */
export const members = {
  chair: 'm-chair',
  moderator: 'm-moderator',
  keynote: 'm-keynote',
  keynoteAide: 'm-keynote-aide',
  rapporteur: 'm-rapporteur',
  observer: 'm-observer',
  operator: 'm-operator',
  norway: 'm-norway',
  iran: 'm-iran',
  iranAide: 'm-iran-aide',
  india: 'm-india',
  pakistan: 'm-pakistan',
} as const;

/** The agenda of the sample meeting. */
export const items = {
  opening: 'i-opening',
  keynote: 'i-keynote',
  qna: 'i-qna',
  discussion: 'i-discussion',
  closing: 'i-closing',
} as const;

const seat = (name: keyof typeof seats, role: Role, delegation: Id | null, aide?: Id): SeatPlan => ({
  id: seats[name],
  role,
  delegation,
  members: [
    { id: members[name], kind: 'principal' },
    ...(aide === undefined ? [] : [{ id: aide, kind: 'aide' as const }]),
  ],
});

const minutes = (count: number): number => count * 60_000;

const item = (
  name: keyof typeof items,
  type: AgendaItemType,
  plannedMs: number,
  { speaker = null, cameras = 'all' }: { speaker?: Id | null; cameras?: CameraPolicy } = {},
): AgendaItemPlan => ({
  id: items[name],
  parent: null,
  limit: 'soft',
  type,
  title: { text: { en: `Item ${name}`, fa: 'دستور' } },
  attribution: name === 'opening' ? 'onRecord' : 'chathamHouse',
  plannedMs,
  cameras,
  speaker,
});

/** The creation of the sample meeting: ten seats, twelve people, five items; the policy can be varied. */
export const sampleMeeting = (policy: Partial<Policy> = {}): Extract<SystemCommand, { type: 'session.create' }> => ({
  type: 'session.create',
  startsAt,
  timeZone: 'Europe/Berlin',
  ruleVersion: 1,
  policy: { ...defaultPolicy, ...policy },
  seats: [
    seat('chair', 'chair', null),
    seat('moderator', 'moderator', null),
    seat('keynote', 'keynote', 'd-kabul', members.keynoteAide),
    seat('rapporteur', 'rapporteur', null),
    seat('observer', 'observer', 'd-oslo'),
    seat('operator', 'operator', null),
    seat('norway', 'participant', 'd-oslo'),
    seat('iran', 'participant', 'd-tehran', members.iranAide),
    seat('india', 'participant', 'd-delhi'),
    seat('pakistan', 'discussant', 'd-islamabad'),
  ],
  agenda: [
    item('opening', 'opening', minutes(10)),
    item('keynote', 'keynote', minutes(20), { speaker: seats.keynote, cameras: 'floorOnly' }),
    item('qna', 'qna', minutes(40), { speaker: seats.keynote }),
    item('discussion', 'openDiscussion', minutes(45)),
    item('closing', 'closing', minutes(5)),
  ],
  hardStops: [],
  budgets: [],
});
