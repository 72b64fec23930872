import type { Command, Id, OrderCategory, QueueEntryKind } from '@track2/shared';

/** The ways in which a person asks to speak. */
export type Way = Exclude<QueueEntryKind, 'tour'>;

/** All ways, in the order in which they are offered. */
export const ways = [
  'directResponse',
  'clarification',
  'interposed',
  'pointOfOrder',
  'rightOfReply',
  'intervention',
] as const satisfies readonly Way[];

/** What a point of order can be about, in order of precedence. */
export const categories = ['hearing', 'rule', 'procedure', 'motion'] as const satisfies readonly OrderCategory[];

/** Whether it is tied to an intervention of another. */
export const isToSomebody = (way: Way): boolean =>
  way === 'directResponse' || way === 'clarification' || way === 'interposed';

/** What is asked with: the current item, the turn that is responded to, a category, and a topic as it was typed. */
export type Asked = { item: Id | null; turn: Id | null; category: OrderCategory; topic: string };

/** The command that asks in that way; null where there is no item, or nobody to respond to. */
export function wayCommand(way: Way, { item, turn, category, topic: typed }: Asked): Command | null {
  const topic = typed.trim() === '' ? null : typed.trim();
  if (item === null) return null;
  switch (way) {
    case 'intervention':
      return { type: 'speakers.requestFloor', item, topic };
    case 'pointOfOrder':
      return { type: 'speakers.raisePointOfOrder', item, category, topic };
    case 'rightOfReply':
      return { type: 'speakers.requestReply', item, topic };
    case 'directResponse':
    case 'clarification':
    case 'interposed':
      return turn === null ? null : { type: 'speakers.respond', turn, kind: way, topic };
  }
}
