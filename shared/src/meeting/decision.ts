import type { Decision, LoggedEvent, Refusal } from './messages.ts';

// Apart from the schemas, so that the rules come into the browser without the library that parses.

/** A decision that nothing happens, with the fact that forbids it. */
export const refuse = (refusal: Refusal): Decision => ({ refusal });

/** A decision that these events happen, in this order. */
export const happen = (...events: LoggedEvent[]): Decision => ({ events });
