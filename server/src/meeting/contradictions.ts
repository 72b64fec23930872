import { type FileItem, type MeetingFile, MOST_ITEMS, MOST_LEVELS, MOST_STOPS } from '@track2/shared';

/** What is wrong at one place of a file. */
export type Issue = { path: readonly PropertyKey[]; message: string };

type Placed = { item: FileItem; path: readonly PropertyKey[]; level: number };

/** The items with their parts, each with its place in the file, in the order of the agenda. */
function* placedItems(items: readonly FileItem[], path: readonly PropertyKey[], level = 1): Generator<Placed> {
  for (const [index, item] of items.entries()) {
    const place = [...path, index];
    yield { item, path: place, level };
    yield* placedItems(item.parts ?? [], [...place, 'parts'], level + 1);
  }
}

function* inSeats({ seats, delegations }: MeetingFile): Generator<Issue> {
  const known = new Set<string>();
  for (const [index, seat] of seats.entries()) {
    if (known.has(seat.id)) yield { path: ['seats', index, 'id'], message: `the seat "${seat.id}" stands here twice` };
    known.add(seat.id);
    if (seat.delegation !== undefined && !Object.hasOwn(delegations, seat.delegation))
      yield {
        path: ['seats', index, 'delegation'],
        message: `"${seat.delegation}" is not among the delegations`,
      };
    const people = seat.people.map(({ id }) => id);
    for (const [place, id] of people.entries())
      if (id !== undefined && people.indexOf(id) < place)
        yield { path: ['seats', index, 'people', place, 'id'], message: `the person "${id}" stands here twice` };
    if (seat.people[0]?.kind === 'aide')
      yield { path: ['seats', index, 'people', 0, 'kind'], message: 'the first person of a seat is its principal' };
  }
  if (!seats.some((seat) => seat.role === 'chair'))
    yield { path: ['seats'], message: 'no seat has the role "chair", so nobody could open the meeting' };
}

function* inAgenda({ agenda, seats }: MeetingFile): Generator<Issue> {
  const items = [...placedItems(agenda, ['agenda'])];
  if (items.length > MOST_ITEMS)
    yield {
      path: ['agenda'],
      message: `an agenda has at most ${MOST_ITEMS} items with their parts, not ${items.length}`,
    };
  const known = new Set<string>();
  for (const { item, path, level } of items) {
    if (known.has(item.id)) yield { path: [...path, 'id'], message: `the item "${item.id}" stands here twice` };
    known.add(item.id);
    if (item.speaker !== undefined && !seats.some(({ id }) => id === item.speaker))
      yield { path: [...path, 'speaker'], message: `"${item.speaker}" is not among the seats` };
    if (item.minutes === undefined && item.parts === undefined)
      yield { path: [...path, 'minutes'], message: 'this field is missing' };
    if (level > MOST_LEVELS) yield { path, message: `an agenda has at most ${MOST_LEVELS} levels` };
  }
}

function* inTimes({ agenda, hardStops = [], budgets = {}, delegations, seats }: MeetingFile): Generator<Issue> {
  const items = new Set([...placedItems(agenda, [])].map(({ item }) => item.id));
  if (hardStops.length > MOST_STOPS)
    yield { path: ['hardStops'], message: `a meeting has at most ${MOST_STOPS} hard stops, not ${hardStops.length}` };
  for (const [index, { item }] of hardStops.entries()) {
    if (item !== undefined && !items.has(item))
      yield { path: ['hardStops', index, 'item'], message: `"${item}" is not among the items of the agenda` };
  }
  for (const key of Object.keys(budgets)) {
    if (!Object.hasOwn(delegations, key))
      yield { path: ['budgets', key], message: `"${key}" is not among the delegations` };
    else if (!seats.some(({ delegation }) => delegation === key))
      yield { path: ['budgets', key], message: `no seat is of the delegation "${key}"` };
  }
}

/** What the schema cannot see: names that must be unique, names that must exist, and what must not be too many. */
export function* contradictions(file: MeetingFile): Generator<Issue> {
  yield* inSeats(file);
  yield* inAgenda(file);
  yield* inTimes(file);
}
