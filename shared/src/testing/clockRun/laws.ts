import type { Act } from '../clockModel/acts.ts';
import type { RealMeeting } from './real.ts';

/** What is remembered of a meeting, to hold its next state against. */
export type Memory = {
  now: number;
  used: ReadonlyMap<string, number>;
  grants: ReadonlyMap<string, string>;
  live: ReadonlySet<string>;
  /** Every turn that there ever was. */
  ids: ReadonlySet<string>;
};

const liveIn = ({ intents }: RealMeeting, grants: ReadonlyMap<string, string>): Set<string> => {
  const live = new Set<string>();
  for (const [name, id] of intents) if (grants.get(name) === id) live.add(name);
  return live;
};

const usedIn = ({ state, now, parts }: RealMeeting): Map<string, number> =>
  new Map(state.floor.turns.map((turn) => [turn.id, parts.usedAt(turn, now)]));

/** The meeting as it is remembered from now on. An intent lasts no longer than its grant. */
export function remember(real: RealMeeting, grants: ReadonlyMap<string, string>, memory?: Memory): Memory {
  for (const [name, id] of real.intents) if (grants.get(name) !== id) real.intents.delete(name);
  const used = usedIn(real);
  return {
    now: real.now,
    used,
    grants,
    live: liveIn(real, grants),
    ids: new Set([...(memory?.ids ?? []), ...used.keys()]),
  };
}

/** Who may open a microphone after that act and could not before: who did it, or was handed the floor. */
function mayGain(act: Act | null): string | null {
  if (act === null) return null;
  if (act.do === 'take' || act.do === 'takeMicrophone') return act.by;
  return act.do === 'handOver' ? act.to : null;
}

/** The laws of the clocks that need no model: what broke one in the latest step, a sentence each. */
export function brokenLaws(
  before: Memory,
  real: RealMeeting,
  { act, grants }: { act: Act | null; grants: ReadonlyMap<string, string> },
): string[] {
  const broken: string[] = [];
  const elapsed = real.now - before.now;
  for (const [id, used] of usedIn(real)) {
    const was = before.used.get(id);
    if (was === undefined && before.ids.has(id)) broken.push(`turn ${id} is back under its old id`); // [ME5]
    const goesOn = act?.do === 'undo' || act?.do === 'startAnswer'; // [SE13] [QU13]
    if (was === undefined && used !== 0 && !goesOn) broken.push(`turn ${id} begins with ${used} ms used`);
    if (was !== undefined && used > was + Math.max(0, elapsed)) broken.push(`turn ${id} used more than has passed`);
    // A kill gives back what was lived since the clock was saved, and nothing else gives time. [SE13]
    if (was !== undefined && used < was + Math.min(0, elapsed)) broken.push(`turn ${id} was given time back`);
  }
  const interruptions = real.state.floor.turns.filter(
    ({ purpose, status }) =>
      (purpose.kind === 'interposed' || purpose.kind === 'pointOfOrder') && status.kind !== 'suspended',
  );
  if (interruptions.length > 1) broken.push('two interruptions at once'); // [FL17]
  for (const [name, id] of grants)
    if (before.grants.get(name) !== id && mayGain(act) !== name)
      broken.push(`${name} may open a microphone without an act of their own`); // [SE13] [FL20]
  for (const name of liveIn(real, grants))
    if (!before.live.has(name)) broken.push(`the microphone of ${name} opened by itself`); // [ME5]
  return broken;
}
