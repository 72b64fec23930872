import * as z from 'zod/mini';
import { Id } from '../words.ts';

const Page = z.int().check(z.positive());

export const SlidesCommands = [
  z.strictObject({ type: z.literal('slides.present'), document: Id }),
  z.strictObject({ type: z.literal('slides.turnPage'), document: Id, page: Page }),
  z.strictObject({ type: z.literal('slides.askToDrive'), document: Id }),
  z.strictObject({ type: z.literal('slides.handOver'), document: Id, member: Id }),
  z.strictObject({ type: z.literal('slides.stop'), document: Id }),
] as const;

export const SlidesEvents = [
  z.object({ type: z.literal('slides.presented'), document: Id, driver: Id }),
  z.object({ type: z.literal('slides.pageTurned'), page: Page }),
  z.object({ type: z.literal('slides.driveAsked'), member: Id }),
  /** Whoever asked has left the room. */
  z.object({ type: z.literal('slides.askDropped'), member: Id }),
  z.object({ type: z.literal('slides.driverSet'), driver: z.nullable(Id) }),
  z.object({ type: z.literal('slides.stopped') }),
] as const;

export type SlidesRefusal =
  | { code: 'slides.mayNotPresent' }
  | { code: 'slides.shownByAnother' }
  | { code: 'slides.notShown' }
  | { code: 'slides.notDriver' }
  | { code: 'slides.alreadyDriver' }
  | { code: 'slides.alreadyAsked' }
  | { code: 'slides.noSuchPage'; pages: number };

/** Slides as everybody sees them: the page is what the one driver has turned to. */
export type Presentation = {
  document: Id;
  /** Counted from 1. */
  page: number;
  /** The member who turns the pages, or null when that member has gone. */
  driver: Id | null;
  /** The members who asked to drive, in the order of asking. */
  asking: Id[];
};

/** The slides that are shown now, if any. */
export type Slides = { shown: Presentation | null };

export type SlidesCommand = z.infer<(typeof SlidesCommands)[number]>;
export type SlidesEvent = z.infer<(typeof SlidesEvents)[number]>;
