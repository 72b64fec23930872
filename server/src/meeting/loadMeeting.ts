import { createHash } from 'node:crypto';
import {
  type AgendaItemPlan,
  type BudgetPlan,
  decideBySystem,
  defaultPolicy,
  type HardStopPlan,
  type Id,
  initialState,
  itemTypes,
  type Limits,
  type Policy,
  type Role,
  type SeatPlan,
  type SystemCommand,
  type WallTime,
} from '@track2/shared';
import { newId } from '../identity/secrets.ts';
import type { Holder, MeetingWords, Storage } from '../storage/ports.ts';
import { type FileItem, type MeetingFile, MeetingFileProblem } from './meetingFile.ts';

/** The members of a new meeting with the words a person needs to hand their links out. */
export type LoadedSeat = { seat: string; role: Role; name: string; holder: Holder };

/** The id of a meeting on this platform: the same for the same file id, but not readable. */
export const meetingIdOf = (fileId: string): Id =>
  `m${createHash('sha256').update(`track2.meeting:${fileId}`).digest('base64url').slice(0, 22)}`;

/** The next full five minutes, at which a loaded meeting begins unless told otherwise. */
export const nextFullFiveMinutes = (wall: WallTime): WallTime => Math.ceil(wall / 300_000) * 300_000;

const seconds = (value: number | undefined, otherwise: number): number =>
  value === undefined ? otherwise : value * 1000;

// Written out, as a parsed file may carry a key with the value undefined.
function limitsOf(given: NonNullable<MeetingFile['policy']>['limits']): Limits {
  const { limits } = defaultPolicy;
  return {
    turn: given?.turn ?? limits.turn,
    question: given?.question ?? limits.question,
    answer: given?.answer ?? limits.answer,
    keynote: given?.keynote ?? limits.keynote,
    delegation: given?.delegation ?? limits.delegation,
  };
}

function policyOf(given: MeetingFile['policy']): Policy {
  return {
    turnMs: seconds(given?.turnSeconds, defaultPolicy.turnMs),
    warnMs: seconds(given?.warnSeconds, defaultPolicy.warnMs),
    answerMs: seconds(given?.answerSeconds, defaultPolicy.answerMs),
    questionMs: seconds(given?.questionSeconds, defaultPolicy.questionMs),
    graceMs: seconds(given?.graceSeconds, defaultPolicy.graceMs),
    limits: limitsOf(given?.limits),
    callMs: seconds(given?.callSeconds, defaultPolicy.callMs),
    lostLinkMs: seconds(given?.lostLinkSeconds, defaultPolicy.lostLinkMs),
    questionsPerRound: given?.questionsPerRound ?? defaultPolicy.questionsPerRound,
    maxOpenMicrophones: given?.maxOpenMicrophones ?? defaultPolicy.maxOpenMicrophones,
    maxDirectedHolders: given?.maxDirectedHolders ?? defaultPolicy.maxDirectedHolders,
    maxResponses: given?.maxResponses ?? defaultPolicy.maxResponses,
    responseMs: seconds(given?.responseSeconds, defaultPolicy.responseMs),
    replyMs: seconds(given?.replySeconds, defaultPolicy.replyMs),
    upvotes: given?.upvotes ?? defaultPolicy.upvotes,
    typedAnswers: given?.typedAnswers ?? defaultPolicy.typedAnswers,
  };
}

const minutes = (count: number): number => Math.round(count * 60_000);

/** The items with their parts behind them, each under a new id that is noted by its name in the file. */
function plansOf(
  items: readonly FileItem[],
  parent: Id | null,
  known: { seats: ReadonlyMap<string, Id>; items: Map<string, Id> },
): AgendaItemPlan[] {
  return items.flatMap((item) => {
    const id = newId();
    known.items.set(item.id, id);
    const plan: AgendaItemPlan = {
      id,
      parent,
      type: item.type,
      title: { text: item.title },
      attribution: item.attribution,
      plannedMs: minutes(item.minutes ?? 0),
      cameras: item.cameras ?? itemTypes[item.type].cameras,
      speaker: item.speaker === undefined ? null : (known.seats.get(item.speaker) ?? null),
      limit: item.limit ?? 'soft',
    };
    return [plan, ...plansOf(item.parts ?? [], id, known)];
  });
}

const hardStopsOf = (
  { hardStops = [] }: MeetingFile,
  startsAt: WallTime,
  items: ReadonlyMap<string, Id>,
): HardStopPlan[] =>
  hardStops.map(({ item, after, label }) => ({
    id: newId(),
    item: item === undefined ? null : (items.get(item) ?? null),
    at: startsAt + minutes(after),
    label: { text: label },
  }));

const budgetsOf = ({ budgets = {} }: MeetingFile, delegations: ReadonlyMap<string, Id>): BudgetPlan[] =>
  Object.entries(budgets).flatMap(([key, count]) => {
    const delegation = delegations.get(key);
    return delegation === undefined ? [] : [{ delegation, budgetMs: minutes(count) }];
  });

type Prepared = { command: SystemCommand; words: MeetingWords; seats: LoadedSeat[] };

/** Gives everything of the file an opaque id, and parts the words from what the log may keep. */
function prepare(meeting: Id, file: MeetingFile, startsAt: WallTime): Prepared {
  const delegations = new Map(Object.keys(file.delegations).map((key) => [key, newId()]));
  const seatIds = new Map(file.seats.map((seat) => [seat.id, newId()]));
  const words: MeetingWords = {
    title: file.title,
    hosts: file.hosts,
    rule: file.rule,
    members: {},
    delegations: {},
    seats: {},
  };
  for (const [key, id] of delegations) words.delegations[id] = file.delegations[key] ?? {};
  const loaded: LoadedSeat[] = [];
  const seats = file.seats.map((seat): SeatPlan => {
    const id = seatIds.get(seat.id) ?? newId();
    words.seats[id] = seat.id;
    const members = seat.people.map(({ name, office, language, kind }) => {
      const member = newId();
      words.members[member] = { name, office: office ?? null, language: language ?? null };
      const holder: Holder = { kind: 'member', meeting, member, seat: id, role: seat.role };
      loaded.push({ seat: seat.id, role: seat.role, name, holder });
      return { id: member, kind: kind ?? 'principal' };
    });
    const delegation = seat.delegation === undefined ? null : (delegations.get(seat.delegation) ?? null);
    return { id, role: seat.role, delegation, members };
  });
  const items = new Map<string, Id>();
  const agenda = plansOf(file.agenda, null, { seats: seatIds, items });
  const { timeZone, rule } = file;
  return {
    command: {
      type: 'session.create',
      startsAt,
      timeZone,
      ruleVersion: rule.version,
      policy: policyOf(file.policy),
      seats,
      agenda,
      hardStops: hardStopsOf(file, startsAt, items),
      budgets: budgetsOf(file, delegations),
    },
    words,
    seats: loaded,
  };
}

/** Puts a meeting into the store: key, words, first log entry. Throws {@link MeetingFileProblem} when its id is there already. */
export async function loadMeeting(
  storage: Storage,
  file: MeetingFile,
  { startsAt, wall }: { startsAt: WallTime; wall: WallTime },
): Promise<{ meeting: Id; seats: LoadedSeat[] }> {
  const meeting = meetingIdOf(file.id);
  const known = await storage.catalog.meetings();
  if (known.some(({ id }) => id === meeting)) {
    throw new MeetingFileProblem(
      `A meeting with the id "${file.id}" is here already. Give the new one an id of its own. Example: "id": "${file.id}-2"`,
    );
  }
  const { command, words, seats } = prepare(meeting, file, startsAt);
  const decision = decideBySystem(initialState, command, {
    now: 0,
    wall,
    actor: { kind: 'system' },
    commandId: newId(),
  });
  if ('refusal' in decision) throw new Error(`a new meeting was refused: ${decision.refusal.code}`);
  await storage.keys.create(meeting);
  await storage.vault.store(meeting, words);
  await storage.log.append(meeting, {
    epoch: 1,
    expectedSeq: 0,
    entry: { seq: 1, epoch: 1, at: 0, wall, by: null, events: decision.events },
    reply: null,
    at: 0,
  });
  // Last, so that a crash before leaves no meeting that is half there: the next load starts over.
  await storage.catalog.add({ id: meeting, createdAt: wall });
  return { meeting, seats };
}
