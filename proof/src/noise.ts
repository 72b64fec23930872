import type { Command, MeetingFile } from '@track2/shared';
import type { Person } from './person.ts';

const actsInABurst = 8;

/** A generator of numbers below a bound that is the same for the same seed (mulberry32). */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The meeting with the fewest people and items that the guest's own part allows. */
export const plainFile = (file: MeetingFile): MeetingFile => ({
  ...file,
  seats: file.seats.filter(({ id }) => id === 'chair' || id === 'no-1' || id === 'keynote'),
  agenda: file.agenda.slice(0, 1),
  hardStops: [],
});

/** The same meeting to who waits, and another in all else: people, agenda, policy, budgets. */
export const noisyFile =
  (seed: number) =>
  (file: MeetingFile): MeetingFile => {
    const next = numbers(seed);
    return {
      ...file,
      policy: { turnSeconds: 30 + next(300), visibility: 'counts', chat: true, upvotes: true },
      seats: file.seats.map((seat) =>
        seat.id === 'no-1'
          ? seat
          : { ...seat, people: seat.people.map((person) => ({ ...person, name: `${person.name} ${next(1000)}` })) },
      ),
      agenda: file.agenda.map((item) => ({ ...item, title: { en: `Matter ${next(1000)}` } })),
      budgets: Object.fromEntries(Object.keys(file.delegations).map((key) => [key, 1 + next(60)])),
    };
  };

type Choice = (below: number) => number;

async function oneOf(next: Choice, chair: Person, guest: string): Promise<Command> {
  const { agenda, roster } = await chair.state();
  // Whoever is named here is not the guest, who is told what concerns it.
  const members = roster.members.filter(({ id }) => id !== chair.entry.you.member && id !== guest);
  const seats = roster.seats.filter(({ members: own }) => own.some((id) => members.some((other) => other.id === id)));
  const item = agenda.items[next(agenda.items.length)]?.id ?? '';
  const member = members[next(members.length)]?.id ?? '';
  const seat = seats[next(seats.length)]?.id ?? '';
  const choices: Command[] = [
    { type: 'agenda.startItem', item },
    { type: 'agenda.setNote', item, text: `note ${next(1000)}` },
    { type: 'roster.admit', member },
    { type: 'roster.turnAway', member },
    { type: 'roster.lock' },
    { type: 'roster.unlock' },
    { type: 'roster.setRole', seat, role: next(2) === 0 ? 'observer' : 'participant' },
    { type: 'floor.give', seat },
    { type: 'floor.setMode', mode: next(2) === 0 ? 'open' : 'moderated' },
    { type: 'session.changePolicy', turnMs: 30_000 + next(100) * 1000 },
    { type: 'keynote.setSpotlight', seats: [seat] },
    { type: 'lines.write', to: member, text: `line ${next(1000)}` },
  ];
  return choices[next(choices.length)] ?? { type: 'roster.unlock' };
}

/** Bursts of acts of the chair and of others, none of which concerns the guest. Refusals are part of the noise. */
export function makeNoise(
  seed: number,
  { chair, others, guest }: { chair: Person; others: readonly Person[]; guest: string },
): () => Promise<void> {
  const next = numbers(seed * 7919);
  return async () => {
    for (let i = 0; i < actsInABurst; i++) {
      const other = others[next(others.length)];
      await other?.command({ type: 'roster.enterLobby', ruleVersion: 1 });
      await other?.command({ type: 'lines.write', to: null, text: `word ${next(1000)}` });
      await other?.command({ type: 'questions.submit', text: `question ${next(1000)}`, language: 'en' });
      await chair.command(await oneOf(next, chair, guest));
    }
    // Whoever comes anew must be let in again, whatever the noise left.
    await chair.command({ type: 'roster.unlock' });
  };
}
