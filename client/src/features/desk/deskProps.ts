import type { Desk } from '@track2/shared';
import type { Go } from './place.ts';

/** What every page of the desk works with. */
export type DeskProps = { desk: Desk; go: Go; reload(): Promise<void> };
