import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
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

const accepts = (schema: z.ZodMiniType, ...values: readonly unknown[]): void => {
  for (const value of values) expect(schema.safeParse(value)).toEqual({ success: true, data: value });
};
const refuses = (schema: z.ZodMiniType, ...values: readonly unknown[]): void => {
  for (const value of values) expect({ value, ...schema.safeParse(value) }).toMatchObject({ value, success: false });
};

describe('the words that commands and events are made of', () => {
  it('an id is safe in an address and says no more than 64 characters', () => {
    accepts(Id, 'a', '7', 'Az-09_x', 'a'.repeat(64));
    refuses(Id, '', '-a', '_a', ' a', 'a ', 'a/b', 'a.b', 'é', 'a'.repeat(65), 7, null);
  });

  it('meeting time begins at nothing, wall time counts whole milliseconds, a length is at most a day', () => {
    accepts(MeetingTime, 0, 0.5, 9e12);
    refuses(MeetingTime, -1, '0', Number.NaN);
    accepts(WallTime, 0, -1, 1_590_652_800_000);
    refuses(WallTime, 0.5, '0');
    accepts(Duration, 0, 86_400_000);
    refuses(Duration, -1, 0.5, 86_400_001);
  });

  it('a moment is told on both clocks', () => {
    accepts(Moment, { at: 1, wall: 2 });
    refuses(Moment, { at: 1 }, { wall: 2 }, {});
  });

  it('a language is told by its tag', () => {
    accepts(Language, 'fa', 'prs', 'en-GB', 'zh-Hans-CN', 'zh-Hans-CN-x1');
    refuses(
      Language,
      '',
      'f',
      'fars',
      'fa_IR',
      'fa-',
      'fa-I',
      'fa-I!',
      ' fa',
      'fa ',
      '1fa',
      'en-abcdefghi',
      'a-bb-cc-dd-ee',
    );
    refuses(Language, 'en-aa-bb-cc-dd', 'fa-Īran');
  });

  it('words are given by language, each with something in it and at most 500 characters', () => {
    accepts(Words, {}, { fa: 'الف', en: 'x'.repeat(500) });
    refuses(Words, { fa: '' }, { en: 'x'.repeat(501) }, { english: 'x' }, { en: 7 }, 'x');
  });

  it('sealed text is a text of at most 2000 characters, or what is left when its key is destroyed', () => {
    accepts(SealedText, { text: '' }, { text: 'x'.repeat(2000) }, { purged: true });
    refuses(SealedText, { text: 'x'.repeat(2001) }, { text: 7 }, { purged: false }, {});
    accepts(SealedWords, { text: { en: 'x' } }, { purged: true });
    refuses(SealedWords, { text: 'x' }, { purged: false }, {});
  });

  it('every office of a meeting has its word', () => {
    const people = ['convener', 'chair', 'moderator', 'keynote', 'discussant', 'participant', 'observer'];
    accepts(Role, ...people, 'rapporteur', 'interpreter', 'operator');
    refuses(Role, '', 'president');
  });

  it('a stored event of no known type is refused', () => {
    refuses(LoggedEvent, { type: '' }, { type: 'session.opened' }, { type: 'nothing' }, {});
  });
});
