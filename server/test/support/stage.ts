import { setTimeout as sleep } from 'node:timers/promises';
import { MediaPerson } from './mediaPerson.ts';
import { type MediaPlatform, startMediaPlatform } from './mediaPlatform.ts';

type Seat = 'chair' | 'moderator' | 'operator' | 'keynote' | 'keynote+aide' | 'ana' | 'bob' | 'cyr';

/** Far enough apart to be told from each other within a tenth of a second, and none a multiple of another. */
const tones: Readonly<Record<Seat, number>> = {
  chair: 350,
  ana: 440,
  moderator: 530,
  bob: 620,
  cyr: 790,
  keynote: 930,
  operator: 1010,
  'keynote+aide': 1130,
};

/** The people and the platform of one test. Closed by the test. */
export class Stage {
  readonly platform: MediaPlatform;
  readonly #people: MediaPerson[] = [];
  #chair: MediaPerson | null = null;

  static async create(options: Parameters<typeof startMediaPlatform>[0] = {}): Promise<Stage> {
    return new Stage(await startMediaPlatform(options));
  }

  private constructor(platform: MediaPlatform) {
    this.platform = platform;
  }

  async enter(seat: Seat, options: { network?: 'open' | 'tcpOnly' } = {}): Promise<MediaPerson> {
    const person = await MediaPerson.enter(this.platform, seat, { hz: tones[seat], ...options });
    this.#people.push(person);
    return person;
  }

  /** The chair inside, before the meeting opens. */
  async prepare(): Promise<MediaPerson> {
    this.#chair = await this.join('chair');
    return this.#chair;
  }

  /** The chair inside, the meeting open, its discussion going on. */
  async open(): Promise<MediaPerson> {
    const chair = await this.prepare();
    await chair.person.act({ type: 'session.open' });
    await chair.person.act({ type: 'agenda.startItem', item: chair.person.state.agenda.items[0]?.id ?? '' });
    return chair;
  }

  /** A seat that is inside as it enters, with media. */
  async join(seat: 'chair' | 'moderator' | 'operator'): Promise<MediaPerson> {
    const person = await this.enter(seat);
    await person.join();
    return person;
  }

  /** Through the lobby to a seat inside, with media. */
  async admit(seat: Seat, options?: Parameters<Stage['enter']>[1]): Promise<MediaPerson> {
    const guest = await this.enter(seat, options);
    await this.#chair?.person.act({ type: 'roster.admit', member: guest.member });
    await guest.join();
    return guest;
  }

  async close(): Promise<void> {
    for (const person of this.#people) person.close();
    await this.platform.close();
  }
}

/** The chair calls the seat. Resolves with the turn, which its person may take. */
export async function call(chair: MediaPerson, speaker: MediaPerson): Promise<string> {
  await chair.person.act({ type: 'floor.give', seat: speaker.person.seat });
  const turn = () => speaker.person.state.floor.turns.find(({ seat }) => seat === speaker.person.seat);
  await speaker.person.until(() => turn() !== undefined);
  return turn()?.id ?? '';
}

/** Called, taken, and meant: the speaker is live. Resolves with the turn. */
export async function speak(chair: MediaPerson, speaker: MediaPerson): Promise<string> {
  const turn = await call(chair, speaker);
  await speaker.person.act({ type: 'floor.take', turn });
  const reply = await speaker.intend('microphone', true, turn);
  if (!reply.ok) throw new Error(reply.code);
  return turn;
}

export const end = (chair: MediaPerson, turn: string): Promise<void> =>
  chair.person.act({ type: 'floor.endTurn', turn });

/** NOTE: libwebrtc answers getStats from a cache of 50 ms; what arrived before must not count as what arrives after. */
const statisticsSettle = () => sleep(80);

/** What is sent while it is watched: packets of sound for 240 ms, or pictures for half a second. */
const meanwhile = { audio: 12, video: 8 } as const;

/** How many packets of the sender reach these people in all while the sender goes on for so much more. */
export function packetsReaching(
  people: readonly MediaPerson[],
  sender: MediaPerson,
  kind: 'audio' | 'video' = 'audio',
  more: number = meanwhile[kind],
): Promise<number> {
  return countWhile(
    people.map((person) => () => person.packetsFrom(sender)),
    () => sender.goesOnSending(kind, more),
  );
}

/** The same of the screen that the sender shares, or of the sound of its tab. */
export const screenReaching = (
  people: readonly MediaPerson[],
  sender: MediaPerson,
  source: 'screen' | 'screenAudio',
): Promise<number> => {
  const kind = source === 'screen' ? 'video' : 'audio';
  return countWhile(
    people.map((person) => () => person.packetsFrom(sender, [source])),
    () => sender.goesOnSending(kind, meanwhile[kind]),
  );
};

/** How much more these count in all once that is over. */
async function countWhile(counts: readonly (() => Promise<number>)[], goOn: () => Promise<void>): Promise<number> {
  const arrived = async () => {
    await statisticsSettle();
    const all = await Promise.all(counts.map((count) => count()));
    return all.reduce((sum, count) => sum + count, 0);
  };
  const before = await arrived();
  await goOn();
  return (await arrived()) - before;
}
