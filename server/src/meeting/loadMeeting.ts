import { createHash } from 'node:crypto';
import { decideBySystem, type Id, initialState, type MeetingFile, type Role, type WallTime } from '@track2/shared';
import { newId } from '../identity/secrets.ts';
import type { Holder, Storage } from '../storage/ports.ts';
import { MeetingFileProblem } from './meetingFile.ts';
import { type Prepared, prepare } from './plan.ts';

/** The members of a new meeting with the words a person needs to hand their links out. */
export type LoadedSeat = { seat: string; role: Role; name: string; holder: Holder };

/** Which id a meeting got before ids were random and words had the name of the file. */
const formerIdOf = (fileId: string): Id =>
  `m${createHash('sha256').update(`track2.meeting:${fileId}`).digest('base64url').slice(0, 22)}`;

/** The meeting whose file has that id, or null when there is none here. */
export async function meetingOf({ catalog, vault }: Storage, fileId: string): Promise<Id | null> {
  for (const { id } of await catalog.meetings()) {
    const words = await vault.words(id);
    if (words !== null && (words.names.file === null ? id === formerIdOf(fileId) : words.names.file === fileId))
      return id;
  }
  return null;
}

/** The next full five minutes, at which a loaded meeting begins unless told otherwise. */
export const nextFullFiveMinutes = (wall: WallTime): WallTime => Math.ceil(wall / 300_000) * 300_000;

const loadedSeats = (meeting: Id, { seats, words }: Prepared): LoadedSeat[] =>
  seats.flatMap(({ id, role, members }) =>
    members.map(({ id: member }) => ({
      seat: words.seats[id] ?? '',
      role,
      name: words.members[member]?.name ?? '',
      holder: { kind: 'member', meeting, member },
    })),
  );

/** Puts a meeting into the store: key, words, first log entry. Throws {@link MeetingFileProblem} when its id is there already. */
export async function loadMeeting(
  storage: Storage,
  file: MeetingFile,
  { startsAt, wall }: { startsAt: WallTime; wall: WallTime },
): Promise<{ meeting: Id; seats: LoadedSeat[] }> {
  if ((await meetingOf(storage, file.id)) !== null) {
    throw new MeetingFileProblem(
      `A meeting with the id "${file.id}" is here already. Give the new one an id of its own. Example: "id": "${file.id}-2"`,
    );
  }
  const prepared = prepare(file, startsAt);
  const { plan, seats, words } = prepared;
  const decision = decideBySystem(
    initialState,
    { type: 'session.create', ...plan, seats },
    {
      now: 0,
      wall,
      actor: { kind: 'system' },
      commandId: newId(),
    },
  );
  if ('refusal' in decision) throw new Error(`a new meeting was refused: ${decision.refusal.code}`);
  const meeting = newId();
  await storage.keys.create(meeting);
  await storage.vault.store(meeting, words);
  await storage.log.append(meeting, {
    epoch: 1,
    expectedSeq: 0,
    entry: { seq: 1, epoch: 1, at: 0, wall, by: null, events: decision.events },
    reply: null,
    at: 0,
  });
  // Last, so that a crash before leaves no meeting that is half there.
  await storage.catalog.add({ id: meeting, createdAt: wall });
  return { meeting, seats: loadedSeats(meeting, prepared) };
}
