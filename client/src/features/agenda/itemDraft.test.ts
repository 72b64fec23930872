import type { AgendaItem } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { addCommand, changeCommand, draftOf, draftProblems, emptyDraft, lengthOf, withType } from './itemDraft.ts';

const item: AgendaItem = {
  id: 'i1',
  parent: null,
  type: 'keynote',
  title: { text: { en: 'Keynote', de: 'Hauptrede' } },
  attribution: 'onRecord',
  plannedMs: 25 * 60_000,
  cameras: 'all',
  speaker: 's1',
  limit: 'soft',
  status: 'planned',
  started: null,
  ended: null,
  since: null,
  heldMs: 0,
  note: null,
};

describe('the draft of an item', () => {
  it('reads a length in Persian digits', () => {
    expect(lengthOf({ ...emptyDraft('onRecord'), minutes: '۲۵' })).toBe(25 * 60_000);
    expect(lengthOf({ ...emptyDraft('onRecord'), minutes: '' })).toBeNull();
    expect(lengthOf({ ...emptyDraft('onRecord'), minutes: '1.5' })).toBeNull();
  });

  it('needs a title in one language', () => {
    expect(draftProblems(emptyDraft('onRecord'))).toEqual(['titleMissing']);
    expect(draftProblems({ ...emptyDraft('onRecord'), titleFa: 'تنفس' })).toEqual([]);
  });

  it('adds with the titles that were given', () => {
    const command = addCommand({ ...emptyDraft('chathamHouse', 'i1'), titleFa: ' تنفس ' });
    expect(command).toMatchObject({
      type: 'agenda.addItem',
      title: { fa: 'تنفس' },
      before: null,
      parent: 'i1',
      plannedMs: 600_000,
    });
  });

  it('[AG2] takes the cameras that its type proposes, and a speaker only where the type has one', () => {
    const keynote = { ...withType(emptyDraft('onRecord'), 'keynote'), speaker: 's1' };
    expect(keynote.cameras).toBe('floorOnly');
    expect(withType(keynote, 'qna')).toMatchObject({ cameras: 'all', speaker: 's1' });
    expect(withType(keynote, 'break').speaker).toBeNull();
  });

  it('changes speaker and limit too', () => {
    expect(changeCommand(item, { ...draftOf(item), speaker: null, limit: 'hard' })).toEqual({
      type: 'agenda.changeItem',
      item: 'i1',
      speaker: null,
      limit: 'hard',
    });
  });

  it('changes only what differs, and keeps titles in other languages', () => {
    expect(changeCommand(item, draftOf(item))).toBeNull();
    expect(changeCommand(item, { ...draftOf(item), minutes: '30' })).toEqual({
      type: 'agenda.changeItem',
      item: 'i1',
      plannedMs: 30 * 60_000,
    });
    expect(changeCommand(item, { ...draftOf(item), titleFa: 'سخنرانی' })).toEqual({
      type: 'agenda.changeItem',
      item: 'i1',
      title: { en: 'Keynote', de: 'Hauptrede', fa: 'سخنرانی' },
    });
  });
});
