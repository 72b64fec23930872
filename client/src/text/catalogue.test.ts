import { describe, expect, it } from 'vitest';
import { afterwards as refusalsInEnglish } from './en/afterwards.ts';
import { askingText as askingInEnglish } from './en/asking.ts';
import { atDoorText as atDoorInEnglish } from './en/atDoor.ts';
import { checkText as checkInEnglish } from './en/check.ts';
import { deskText as conveningInEnglish } from './en/desk.ts';
import { deskInvitationsText as invitingInEnglish } from './en/deskInvitations.ts';
import { deskPlanText as planningInEnglish } from './en/deskPlan.ts';
import { catalogue as inEnglish } from './en/index.ts';
import { linesText as linesInEnglish } from './en/lines.ts';
import { questionDeskText as deskInEnglish } from './en/questionDesk.ts';
import { questionDialogsText as dialogsInEnglish } from './en/questionDialogs.ts';
import { rosterText as rosterInEnglish } from './en/roster.ts';
import { seatsText as seatsInEnglish } from './en/seats.ts';
import { afterwards as refusalsInPersian } from './fa/afterwards.ts';
import { askingText as askingInPersian } from './fa/asking.ts';
import { atDoorText as atDoorInPersian } from './fa/atDoor.ts';
import { checkText as checkInPersian } from './fa/check.ts';
import { deskText as conveningInPersian } from './fa/desk.ts';
import { deskInvitationsText as invitingInPersian } from './fa/deskInvitations.ts';
import { deskPlanText as planningInPersian } from './fa/deskPlan.ts';
import { catalogue as inPersian } from './fa/index.ts';
import { linesText as linesInPersian } from './fa/lines.ts';
import { questionDeskText as deskInPersian } from './fa/questionDesk.ts';
import { questionDialogsText as dialogsInPersian } from './fa/questionDialogs.ts';
import { rosterText as rosterInPersian } from './fa/roster.ts';
import { seatsText as seatsInPersian } from './fa/seats.ts';
import { sayIn } from './sentences.ts';

// With the words that are loaded later, with what they belong to.
const english = {
  ...inEnglish,
  ...askingInEnglish,
  ...atDoorInEnglish,
  ...checkInEnglish,
  ...conveningInEnglish,
  ...invitingInEnglish,
  ...planningInEnglish,
  ...deskInEnglish,
  ...dialogsInEnglish,
  ...linesInEnglish,
  ...refusalsInEnglish,
  ...rosterInEnglish,
  ...seatsInEnglish,
};
const persian = {
  ...inPersian,
  ...askingInPersian,
  ...atDoorInPersian,
  ...checkInPersian,
  ...conveningInPersian,
  ...invitingInPersian,
  ...planningInPersian,
  ...deskInPersian,
  ...dialogsInPersian,
  ...linesInPersian,
  ...refusalsInPersian,
  ...rosterInPersian,
  ...seatsInPersian,
};
const keys = Object.keys(english) as (keyof typeof english)[];

/** The names of the values that a message takes. */
const argumentsOf = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{\s*([a-zA-Z]\w*)\s*(?:,|\})/g)].map(([, name]) => name ?? ''))].toSorted();

/** What a person reads of a message: without the names of values and the words of the message format. */
const readOf = (message: string): string =>
  message
    .replaceAll(/\{\s*[a-zA-Z]\w*\s*(?:,\s*number\s*)?\}/g, '')
    .replaceAll(/\{\s*[a-zA-Z]\w*\s*,\s*(?:plural|selectordinal|select)\s*,/g, '')
    .replaceAll(/(?:=\d+|\b\w+)\s*\{/g, '');

/** Some value for every name: a number where the message counts or writes one. */
function sampleFor(message: string): Record<string, string | number> {
  const counted = new Set([...message.matchAll(/\{\s*(\w+)\s*,/g)].map(([, name]) => name));
  return Object.fromEntries(argumentsOf(message).map((name) => [name, counted.has(name) ? 3 : 'x']));
}

describe('the catalogues', () => {
  it('take the same values in both languages', () => {
    const differing = keys.filter((key) => argumentsOf(english[key]).join() !== argumentsOf(persian[key]).join());
    expect(differing).toEqual([]);
  });

  it('write no Latin letters in Persian', () => {
    expect(keys.filter((key) => /[A-Za-z]/.test(readOf(persian[key])))).toEqual([]);
  });

  it('are messages that can be filled', () => {
    const sayings = { en: sayIn('en', english), fa: sayIn('fa', persian) };
    for (const key of keys) {
      expect(sayings.en(key, sampleFor(english[key]))).not.toBe(key);
      expect(sayings.fa(key, sampleFor(persian[key]))).not.toBe(key);
    }
    // Reads every message of both languages, which takes long on a busy machine.
  }, 30_000);
});
