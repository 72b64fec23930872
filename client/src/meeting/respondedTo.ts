import { type Id, isIntervention, type MeetingState } from '@track2/shared';

/** The seat of a turn that others respond to, as long as it is heard or was the last one that was. */
export const seatOfTurn = ({ floor, speakers }: MeetingState, turn: Id | null): Id | null =>
  floor.turns.find(({ id }) => id === turn)?.seat ?? (speakers.heard?.turn === turn ? speakers.heard.seat : null);

/** What can be responded to now: a turn and its seat. `over` tells that it is not heard any more. */
export type Responded = { turn: Id; seat: Id; over: boolean };

/** The interventions to which a seat can respond now: those that others hold, or the last one until the next. [SP12] */
export function respondedNow({ floor, speakers, agenda }: MeetingState, own: Id | undefined): Responded[] {
  const interventions = floor.turns.filter(isIntervention);
  const { heard } = speakers;
  if (interventions.length === 0)
    return heard === null || heard.item !== agenda.current || heard.seat === own ? [] : [{ ...heard, over: true }];
  return interventions
    .filter(({ status, seat }) => status.kind !== 'called' && seat !== own)
    .map(({ id, seat }) => ({ turn: id, seat, over: false }));
}
