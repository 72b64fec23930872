import {
  currentItem,
  holderOf,
  type Id,
  isInRoom,
  isWaiting,
  listOf,
  type MeetingState,
  type Member,
  managingRoles,
  seatById,
  type Turn,
  type TurnStatus,
} from '@track2/shared';

/** How a member stands to the floor, as the edge and the badge of a tile tell it. */
export type TileFloor = 'heard' | 'stopped' | 'called' | 'none';

/** One picture on the stage or in the filmstrip. */
export type StageTile = {
  member: Id;
  seat: Id;
  you: boolean;
  link: 'here' | 'lost';
  floor: TileFloor;
  /** The place (from 1) of the seat in the list of speakers, where it waits. */
  place: number | null;
};

/** Who is large, who is in the filmstrip, and whose screen takes the stage. */
export type StagePlan = { screen: { member: Id; seat: Id } | null; heroes: StageTile[]; strip: StageTile[] };

/** More than this in the large place makes nobody large. */
const MOST_HEROES = 4;
/** As many as the spotlight holds, so that slides and screens hide nobody in it. */
const MOST_BESIDE_A_SCREEN = 3;

const floorOf: Readonly<Record<TurnStatus['kind'], TileFloor>> = {
  called: 'called',
  speaking: 'heard',
  paused: 'stopped',
  lost: 'stopped',
  suspended: 'none',
};

/** The member who stands for a seat in a picture: who holds its floor, else its principal, else whoever is there. */
function faceOf(state: MeetingState, seat: Id, turn: Turn | undefined): Member | undefined {
  const there = state.roster.members.filter((member) => member.seat === seat && isInRoom(member));
  const holder = turn === undefined ? null : holderOf(turn);
  return (
    there.find((member) => member.id === holder) ?? there.find((member) => member.kind === 'principal') ?? there[0]
  );
}

const isHeld = (turn: Turn): boolean =>
  floorOf[turn.status.kind] === 'heard' || floorOf[turn.status.kind] === 'stopped';

/**
 * Who is in the large place: the spotlight first, then who holds the floor. A chair who says a sentence in between
 * stays in the filmstrip, with the green edge; when nobody else is large the chair is, and so it is while those in
 * the spotlight are not in the room.
 */
function heroFaces(state: MeetingState): Member[] {
  const held = state.floor.turns.filter(isHeld);
  const guests = held.filter((turn) => turn.purpose.kind !== 'presiding').map((turn) => turn.seat);
  const chairs = state.roster.seats.filter((seat) => seat.role === 'chair').map((seat) => seat.id);
  const faces = (seats: Id[]): Member[] =>
    seats.flatMap((seat) => {
      const turn = state.floor.turns.find((each) => each.seat === seat);
      return faceOf(state, seat, turn) ?? [];
    });
  const wanted = [[...state.keynote.spotlight, ...guests], held.map((turn) => turn.seat), chairs];
  return wanted.map(faces).find((found) => found.length > 0) ?? [];
}

/** The order of the filmstrip: who presides, you, those who wait in their order, then the roster's own order. */
function stripRank(state: MeetingState, tile: StageTile): number {
  const seat = seatById(state, tile.seat);
  if (seat !== undefined && managingRoles.includes(seat.role)) return seat.role === 'chair' ? 0 : 1;
  if (tile.you) return 2;
  return tile.place === null ? 1000 : 2 + tile.place;
}

/** What the stage shows to this viewer. `screens` are the members whose screen arrives, in no order that matters. */
export function stagePlan(state: MeetingState, me: Id, screens: readonly Id[]): StagePlan {
  const item = currentItem(state);
  const waiting = (item === undefined ? undefined : listOf(state, item.id))?.entries.filter(isWaiting) ?? [];
  const tileOf = (member: Member): StageTile => {
    const turn = state.floor.turns.find((each) => each.seat === member.seat);
    const holder = turn === undefined ? null : holderOf(turn);
    const place = waiting.findIndex((entry) => entry.seat === member.seat);
    return {
      member: member.id,
      seat: member.seat,
      you: member.id === me,
      link: member.presence.status === 'disconnected' ? 'lost' : 'here',
      // A call goes to the whole seat; once taken, the floor is with one member.
      floor: turn === undefined || (holder !== null && holder !== member.id) ? 'none' : floorOf[turn.status.kind],
      place: member.kind === 'aide' || place < 0 ? null : place + 1,
    };
  };
  const shared = state.floor.turns.flatMap((turn) => {
    const member = holderOf(turn);
    return member !== null && screens.includes(member) ? [{ member, seat: turn.seat }] : [];
  });
  const screen = shared[0] ?? null;
  const alone = screen === null && state.slides.shown === null;
  const large = [...new Set(heroFaces(state))].slice(0, alone ? MOST_HEROES : MOST_BESIDE_A_SCREEN);
  const rest = state.roster.members.filter((member) => isInRoom(member) && !large.includes(member)).map(tileOf);
  return {
    screen,
    heroes: large.map(tileOf),
    strip: rest.toSorted((a, b) => stripRank(state, a) - stripRank(state, b)),
  };
}
