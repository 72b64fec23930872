import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members } from '../../testing/sample.ts';
import { by, created, enter, held, lost, received, type Step, started, tell } from '../../testing/story.ts';
import type { SystemCommand } from '../messages.ts';
import type { Id } from '../words.ts';
import { documentById, isOpenDocument, MOST_DOCUMENTS, uploadRefusal } from './rules.ts';

const { chair, moderator, keynote, keynoteAide, operator, norway } = members;

const receive = (member: Id, item: Id = items.keynote): SystemCommand => ({
  type: 'documents.receive',
  member,
  document: 'd1',
  item,
  use: 'slides',
  name: 'Water in the basin.pdf',
  pages: 9,
  bytes: 90_000,
});
const refusalOf = (member: Id, item: Id, ...steps: Step[]) => uploadRefusal(tell(...steps).state, member, item)?.code;

describe('adding a document', () => {
  it('[DO1] managers do, and the seat that speaks in the item, its aide too', () => {
    for (const member of [chair, moderator, keynote, keynoteAide]) {
      const { state, ...outcome } = given(...held()).whenSystem(receive(member));
      const seat = state.roster.members.find(({ id }) => id === member)?.seat;
      outcome.happens({
        type: 'documents.added',
        document: {
          id: 'd1',
          item: items.keynote,
          seat,
          use: 'slides',
          name: { text: 'Water in the basin.pdf' },
          pages: 9,
          bytes: 90_000,
        },
      });
      expect(documentById(state, 'd1')?.shown).toBe(false);
    }
    for (const member of [norway, operator])
      given(...held())
        .whenSystem(receive(member))
        .isRefused('documents.mayNotUpload');
    given(...held())
      .whenSystem(receive(keynote, items.discussion))
      .isRefused('documents.mayNotUpload');
  });

  it('[DO1] before the meeting opens and from backstage too, until the item is done', () => {
    expect(refusalOf(keynoteAide, items.keynote, created(), enter(chair), enter(keynoteAide))).toBeUndefined();
    const behind = by(keynote, { type: 'roster.goBackstage' });
    expect(refusalOf(keynote, items.keynote, ...held(), behind, started('keynote'))).toBeUndefined();
    expect(refusalOf(keynote, items.keynote, ...held(), started('keynote'), started('qna'))).toBe('agenda.itemDone');
    expect(refusalOf(chair, 'constructor', ...held())).toBe('agenda.unknownItem');
  });

  it('[DO1] nobody outside does, and nobody after adjournment', () => {
    expect(refusalOf(keynote, items.keynote, created())).toBe('presence.required');
    expect(refusalOf(keynote, items.keynote, ...held(), lost(keynote))).toBe('presence.required');
    expect(refusalOf('constructor', items.keynote, ...held())).toBe('actor.unknown');
    expect(refusalOf(chair, items.keynote, ...held(), by(chair, { type: 'session.adjourn' }))).toBe(
      'session.adjourned',
    );
  });

  it('[DO2] a meeting has at most 40', () => {
    const most = Array.from({ length: MOST_DOCUMENTS }, (_, index) => received(`d-${index}`, chair));
    expect(MOST_DOCUMENTS).toBe(40);
    given(...held(), ...most)
      .whenSystem(receive(chair))
      .isRefused({ code: 'documents.tooMany', most: 40 });
    given(...held(), ...most, by(chair, { type: 'documents.remove', document: 'd-7' }))
      .whenSystem(receive(chair))
      .happensOf('documents.added');
  });
});

describe('a document', () => {
  it('[DO3] is open to everybody as a paper, and as slides once they were presented', () => {
    const { state } = tell(...held(), received('d1', keynote), received('d2', keynote, { use: 'paper' }));
    expect(state.documents.documents.map(isOpenDocument)).toEqual([false, true]);
    const shown = tell(
      ...held(),
      started('keynote'),
      received('d1', keynote),
      by(keynote, { type: 'slides.present', document: 'd1' }),
      by(keynote, { type: 'slides.stop', document: 'd1' }),
    );
    expect(shown.state.documents.documents.map(isOpenDocument)).toEqual([true]);
  });

  it('[DO4] is removed by its seat or a manager, and its slides stop', () => {
    const talk = [...held(), started('keynote'), received('d1', keynote)];
    const remove = { type: 'documents.remove', document: 'd1' } as const;
    for (const member of [keynote, keynoteAide, chair, moderator])
      given(...talk)
        .when(remove, member)
        .happens({ type: 'documents.removed', document: 'd1' });
    given(...talk)
      .when(remove, norway)
      .isRefused('documents.notYours');
    const shown = by(keynote, { type: 'slides.present', document: 'd1' });
    const { state, ...outcome } = given(...talk, shown).when(remove, chair);
    outcome.happens({ type: 'slides.stopped' }, { type: 'documents.removed', document: 'd1' });
    expect(state.slides.shown).toBeNull();
    given(...talk, received('d2', chair), shown)
      .when({ ...remove, document: 'd2' }, chair)
      .happens({ type: 'documents.removed', document: 'd2' });
  });
});
