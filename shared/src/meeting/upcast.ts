import { defaultPolicy } from './session/policy.ts';

// An event as a log holds it before anything is known of it.
type Stored = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Adds what a form lacks and leaves what it has. */
const completed = (stored: unknown, missing: Stored): unknown =>
  isObject(stored) ? { ...missing, ...stored } : stored;

const item = (stored: unknown): unknown => completed(stored, { parent: null, limit: 'soft' });

const policy = (stored: unknown): unknown =>
  completed(stored, { graceMs: defaultPolicy.graceMs, limits: defaultPolicy.limits });

/** By event type, what form 1 (meetings without parts of items, hard limits, budgets and hard stops) lacks. */
const fromForm1: Readonly<Record<string, (event: Stored) => unknown>> = {
  'session.created': (event) => ({
    ...event,
    policy: policy(event.policy),
    agenda: Array.isArray(event.agenda) ? event.agenda.map(item) : event.agenda,
    ...('hardStops' in event ? {} : { hardStops: [], budgets: [] }),
  }),
  'agenda.itemAdded': (event) => ({ ...event, item: item(event.item) }),
  'agenda.itemMoved': (event) => completed(event, { parent: null }),
  'floor.called': (event) =>
    completed(event, {
      limit: 'soft',
      graceMs: defaultPolicy.graceMs,
      delegation: null,
      usedMs: 0,
      lostMs: 0,
    }),
  'floor.paused': (event) => completed(event, { by: null }),
};

/**
 * An event of an older form in the form of today, so that a meeting begun before an update goes on after it. Whatever
 * is of today's form, or of none, is given back as it is: the schema decides about it.
 */
export function upcast(event: unknown): unknown {
  if (!isObject(event) || typeof event.type !== 'string' || !Object.hasOwn(fromForm1, event.type)) return event;
  return fromForm1[event.type]?.(event) ?? event;
}
