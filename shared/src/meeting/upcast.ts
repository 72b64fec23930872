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
  completed(stored, {
    graceMs: defaultPolicy.graceMs,
    limits: defaultPolicy.limits,
    maxResponses: defaultPolicy.maxResponses,
    responseMs: defaultPolicy.responseMs,
    replyMs: defaultPolicy.replyMs,
    upvotes: defaultPolicy.upvotes,
    typedAnswers: defaultPolicy.typedAnswers,
    visibility: defaultPolicy.visibility,
    chat: defaultPolicy.chat,
  });

// A turn that interrupted another was called by a manager, from no list.
const purpose = (stored: unknown): unknown =>
  isObject(stored) && (stored.kind === 'interposed' || stored.kind === 'pointOfOrder')
    ? completed(stored, { entry: null })
    : stored;

const act = (stored: unknown): unknown =>
  isObject(stored) && isObject(stored.undo) && stored.undo.kind === 'call'
    ? { ...stored, undo: completed(stored.undo, { lapsed: [] }) }
    : stored;

/** What a question lacks that was submitted before questions had more than a text. */
const plainQuestion: Stored = {
  live: false,
  anonymous: false,
  addressee: null,
  followUp: null,
  translation: null,
  labels: [],
  mergedInto: null,
  votes: 0,
  voters: [],
  left: null,
  answer: null,
};

/**
 * By event type, what form 1 (meetings without parts of items, hard limits, budgets and hard stops) and form 2 (lists
 * with interventions alone, questions with nothing but a text) lack.
 */
const older: Readonly<Record<string, (event: Stored) => unknown>> = {
  'session.created': (event) => ({
    ...event,
    policy: policy(event.policy),
    agenda: Array.isArray(event.agenda) ? event.agenda.map(item) : event.agenda,
    ...('hardStops' in event ? {} : { hardStops: [], budgets: [] }),
  }),
  'agenda.itemAdded': (event) => ({ ...event, item: item(event.item) }),
  'agenda.itemMoved': (event) => completed(event, { parent: null }),
  'session.policyChanged': (event) => ({ ...event, policy: policy(event.policy) }),
  'session.actRecorded': (event) => ({ ...event, act: act(event.act) }),
  'floor.called': (event) =>
    completed(
      { ...event, purpose: purpose(event.purpose) },
      { limit: 'soft', graceMs: defaultPolicy.graceMs, delegation: null, usedMs: 0, lostMs: 0 },
    ),
  'speakers.floorRequested': (event) =>
    completed(event, { kind: 'intervention', category: null, turn: null, before: null }),
  'questions.submitted': (event) => ({ ...event, question: completed(event.question, plainQuestion) }),
  'floor.paused': (event) => completed(event, { by: null }),
};

/**
 * An event of an older form in the form of today, so that a meeting begun before an update goes on after it. Whatever
 * is of today's form, or of none, is given back as it is: the schema decides about it.
 */
export function upcast(event: unknown): unknown {
  if (!isObject(event) || typeof event.type !== 'string' || !Object.hasOwn(older, event.type)) return event;
  return older[event.type]?.(event) ?? event;
}
