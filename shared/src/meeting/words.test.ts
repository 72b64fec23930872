import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { startsAt } from '../testing/sample.ts';
import { LoggedEvent } from './messages.ts';
import {
  Duration,
  Id,
  Language,
  MeetingTime,
  Moment,
  Role,
  SealedText,
  SealedWords,
  WallTime,
  Words,
} from './words.ts';

/** Those of the values that are taken, each as it is. */
const takenBy = (schema: z.ZodMiniType, ...values: readonly unknown[]): unknown[] =>
  values.filter((value) => {
    const { success, data } = schema.safeParse(value);
    return success && JSON.stringify(data) === JSON.stringify(value);
  });

describe('the words that commands and events are made of', () => {
  it('an id is safe in an address and says no more than 64 characters', () => {
    const ids = ['a', '7', 'Az-09_x', 'a'.repeat(64)];
    expect(takenBy(Id, ...ids)).toEqual(ids);
    expect(takenBy(Id, '', '-a', '_a', ' a', 'a ', 'a/b', 'a.b', 'é', 'a'.repeat(65), 7, null)).toEqual([]);
  });

  it('meeting time begins at nothing, wall time counts whole milliseconds, a length is at most a day', () => {
    expect(takenBy(MeetingTime, 0, 0.5, 9e12, -1, '0', Number.NaN)).toEqual([0, 0.5, 9e12]);
    expect(takenBy(WallTime, 0, -1, startsAt, 0.5, '0')).toEqual([0, -1, startsAt]);
    expect(takenBy(Duration, 0, 86_400_000, -1, 0.5, 86_400_001)).toEqual([0, 86_400_000]);
  });

  it('a moment is told on both clocks', () => {
    expect(takenBy(Moment, { at: 1, wall: 2 }, { at: 1 }, { wall: 2 }, {})).toEqual([{ at: 1, wall: 2 }]);
  });

  it('a language is told by its tag', () => {
    const tags = ['fa', 'prs', 'en-GB', 'zh-Hans-CN', 'zh-Hans-CN-x1'];
    expect(takenBy(Language, ...tags)).toEqual(tags);
    const others = ['', 'f', 'fars', 'fa_IR', 'fa-', 'fa-I', 'fa-I!', ' fa', 'fa ', '1fa', 'en-abcdefghi', 'a-bb'];
    expect(takenBy(Language, ...others, 'en-aa-bb-cc-dd', 'fa-Īran')).toEqual([]);
  });

  it('words are given by language, each with something in it and at most 500 characters', () => {
    const words = [{}, { fa: 'الف', en: 'x'.repeat(500) }];
    expect(takenBy(Words, ...words)).toEqual(words);
    expect(takenBy(Words, { fa: '' }, { en: 'x'.repeat(501) }, { english: 'x' }, { en: 7 }, 'x')).toEqual([]);
  });

  it('sealed text is a text of at most 2000 characters, or what is left when its key is destroyed', () => {
    const texts = [{ text: '' }, { text: 'x'.repeat(2000) }, { purged: true }];
    expect(takenBy(SealedText, ...texts)).toEqual(texts);
    expect(takenBy(SealedText, { text: 'x'.repeat(2001) }, { text: 7 }, { purged: false }, {})).toEqual([]);
    const words = [{ text: { en: 'x' } }, { purged: true }];
    expect(takenBy(SealedWords, ...words)).toEqual(words);
    expect(takenBy(SealedWords, { text: 'x' }, { purged: false }, {})).toEqual([]);
  });

  it('every office of a meeting has its word', () => {
    const those = ['convener', 'chair', 'moderator', 'keynote', 'discussant', 'participant', 'observer'];
    const all = [...those, 'rapporteur', 'interpreter', 'operator'];
    expect(takenBy(Role, ...all, '', 'president')).toEqual(all);
  });

  it('an event of no known type is refused, and one that lacks what its type has', () => {
    expect(takenBy(LoggedEvent, { type: '' }, { type: 'session.opened' }, { type: 'nothing' }, {})).toEqual([]);
  });
});
