import type { AgendaItemPlan } from '../../meeting/agenda/schema.ts';
import type { Command, LoggedEvent, SystemCommand } from '../../meeting/messages.ts';
import { defaultPolicy } from '../../meeting/session/schema.ts';
import type { Role } from '../../meeting/words.ts';
import { askers, beginning, type Item, seats } from '../clockModel/meeting.ts';
import { startsAt } from '../sample.ts';
import { by, type Step, system, tell } from '../story.ts';

const roles: Readonly<Record<string, Role>> = { Chair: 'chair', Moderator: 'moderator', Guest: 'keynote' };

const planOf = ({ name, type, speaker, plannedMs, limit }: Item): AgendaItemPlan => ({
  id: name,
  parent: null,
  type,
  title: { text: { en: name } },
  attribution: 'chathamHouse',
  plannedMs,
  cameras: 'all',
  speaker,
  limit,
});

function creation(): SystemCommand {
  const { policy, items } = beginning();
  return {
    type: 'session.create',
    startsAt,
    timeZone: 'Europe/Berlin',
    ruleVersion: 1,
    policy: { ...defaultPolicy, ...policy },
    seats: seats.map(({ seat, delegation, people }) => ({
      id: seat,
      role: roles[seat] ?? 'participant',
      delegation,
      members: people.map((id) => ({ id, kind: 'principal' })),
    })),
    agenda: items.map(planOf),
    hardStops: [],
    budgets: [],
  };
}

const chair = (command: Command, id?: string): Step => by('chair', command, id);

const enter = (member: string, role: Role | undefined): Step[] => [
  by(member, { type: 'roster.enterLobby', ruleVersion: 1 }),
  ...(role === 'chair' || role === 'moderator' ? [] : [chair({ type: 'roster.admit', member })]),
];

const ask = (question: string, seat: string): Step[] => [
  by(
    seats.find((one) => one.seat === seat)?.people[0] ?? seat,
    { type: 'questions.submit', text: 'Why?', language: 'en' },
    question,
  ),
  chair({ type: 'questions.accept', question }),
];

/** The log of a meeting up to the moment at which the model begins; no time has passed. */
export const logBefore: readonly LoggedEvent[] = tell(
  system(creation()),
  ...seats.flatMap(({ seat, people }) => people.flatMap((member) => enter(member, roles[seat]))),
  chair({ type: 'session.open' }),
  chair({ type: 'agenda.startItem', item: 'round' }),
  chair({ type: 'questions.openRound', item: 'round' }, 'questions'),
  ...Object.entries(askers).flatMap(([question, seat]) => ask(question, seat)),
  chair({ type: 'questions.closeRound', round: 'questions' }),
  chair({ type: 'agenda.suspendItem', item: 'round' }),
  chair({ type: 'agenda.startItem', item: 'talk' }),
).log;
