import type { AgendaItemPlan } from '../../meeting/agenda/schema.ts';
import type { Command, Decision, LoggedEvent, SystemCommand } from '../../meeting/messages.ts';
import { initialState } from '../../meeting/session/rules.ts';
import { defaultPolicy } from '../../meeting/session/schema.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Role } from '../../meeting/words.ts';
import type { Act, PersonalAct } from '../clockModel/acts.ts';
import { askers, beginning, seats } from '../clockModel/meeting.ts';
import { throughJson } from '../json.ts';
import { startsAt } from '../sample.ts';
import { by, enter, pass, type Story, system, tell } from '../story.ts';
import type { Parts } from './parts.ts';

const roles: Readonly<Record<string, Role>> = { Chair: 'chair', Moderator: 'moderator', Guest: 'keynote' };

const itemOf = ({
  name,
  type,
  speaker,
  plannedMs,
  limit,
}: ReturnType<typeof beginning>['items'][number]): AgendaItemPlan => ({
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
    agenda: items.map(itemOf),
    hardStops: [],
    budgets: [],
  };
}

const chair = (command: Command, id?: string) => by('chair', command, id);

/** What happened before the model begins, all of it at the same moment. */
const before: Story = tell(
  system(creation()),
  ...seats.flatMap(({ people }) => people.map(enter)),
  chair({ type: 'session.open' }),
  chair({ type: 'agenda.startItem', item: 'round' }),
  ...Object.entries(askers).flatMap(([question, seat]) => [
    by(
      seats.find((one) => one.seat === seat)?.people[0] ?? 'nobody',
      { type: 'questions.submit', text: 'Why?', language: 'en' },
      question,
    ),
    chair({ type: 'questions.accept', question }),
  ]),
);
const beginningStory: Story = tell(...before.log, (story) => ({ ...story, now: 0 }));
