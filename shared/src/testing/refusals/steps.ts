import type { Command, SystemCommand } from '../../meeting/messages.ts';
import type { Id } from '../../meeting/words.ts';
import { members, seats } from '../sample.ts';
import { by, held, type Step } from '../story.ts';

const { chair, norway } = members;

/** A way to meet a refusal: what was so, who asks, and for what. */
export type Way = { after: readonly Step[]; by: Id; asks: Command } | { after: readonly Step[]; system: SystemCommand };

/** The chair asks for it in a meeting that is held, after more steps. */
export const chairAsks = (asks: Command, ...more: Step[]): Way => ({ after: [...held(), ...more], by: chair, asks });

/** A member asks for it in a meeting that is held, after more steps. */
export const asks = (member: Id, command: Command, ...more: Step[]): Way => ({
  after: [...held(), ...more],
  by: member,
  asks: command,
});

/** The chair gives a seat the floor. */
export const give = (seat: Id, turn: Id): Step => by(chair, { type: 'floor.give', seat }, turn);

/** A member takes it. */
export const take = (member: Id, turn: Id): Step => by(member, { type: 'floor.take', turn });

/** A break at the end of the agenda. */
export const addItem = {
  type: 'agenda.addItem',
  before: null,
  parent: null,
  limit: 'soft',
  itemType: 'break',
  title: { en: 'Break' },
  attribution: 'offRecord',
  plannedMs: 600_000,
  cameras: 'all',
  speaker: null,
} as const satisfies Command;

/** Norway is called as t1. */
export const given: Step = give(seats.norway, 't1');

/** Norway speaks as t1. */
export const speaking: readonly Step[] = [given, take(norway, 't1')];

/** A member goes backstage. */
export const behind = (member: Id): Step => by(member, { type: 'roster.goBackstage' });
