import { describe, expect, it } from 'vitest';
import { items, members } from '../../testing/sample.ts';
import { by, held, lost, received, type Step, started, tell } from '../../testing/story.ts';
import { evolve } from '../evolve.ts';
import type { LoggedEvent } from '../messages.ts';
import { eventsFor, viewFor } from '../projection.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';

const { chair, keynote, norway } = members;

/** Slides d1, d3 and d4 of the keynote, and a paper d2 of the chair between them. */
const talk: Step[] = [
  ...held(),
  started('keynote'),
  received('d1', keynote),
  received('d2', chair, { use: 'paper' }),
  received('d3', keynote),
  received('d4', keynote),
];
const present = (document: Id): LoggedEvent => ({ type: 'slides.presented', document, driver: keynote });
const added = (use: 'paper' | 'slides'): LoggedEvent => ({
  type: 'documents.added',
  document: { id: 'd5', item: items.keynote, seat: 's-keynote', use, name: { text: 'd5' }, pages: 1, bytes: 1 },
});
const removed = (document: Id): LoggedEvent => ({ type: 'documents.removed', document });

/** What Norway is sent of these events, the mirror that follows them, and the meeting itself. */
function followed(steps: Step[], ...events: LoggedEvent[]) {
  let state: MeetingState = tell(...steps).state;
  let mirror = viewFor(state, norway);
  const sent = events.map((event) => {
    const received = eventsFor(state, event, norway);
    mirror = received.reduce(evolve, mirror);
    state = evolve(state, event);
    return received.map(({ type }) => type);
  });
  return { sent, mirror, state };
}
const shownIn = ({ documents }: MeetingState) => documents.documents.map(({ id, shown }) => [id, shown]);

describe('documents in the mirror of a member who did not bring them', () => {
  it('[VI4] [VI8] slides come in as they are presented, to where they stand among those that are seen', () => {
    const { sent, mirror, state } = followed(talk, present('d4'), present('d3'), present('d1'));
    expect(sent).toEqual(Array.from({ length: 3 }, () => ['documents.revealed', 'slides.presented']));
    expect(shownIn(mirror)).toEqual([
      ['d1', true],
      ['d2', false],
      ['d3', true],
      ['d4', true],
    ]);
    expect(mirror).toEqual(viewFor(state, norway));
  });

  it('[VI8] what is seen already is not revealed again', () => {
    expect(followed(talk, present('d1'), present('d2'), present('d1')).sent.slice(1)).toEqual([
      ['slides.presented'],
      ['slides.presented'],
    ]);
    expect(followed(talk, present('d-nothing')).sent).toEqual([['slides.presented']]);
  });

  it('[VI4] [VI8] what is added or removed is told of papers and of slides that were presented', () => {
    expect(followed(talk, added('paper'), added('slides')).sent).toEqual([['documents.added'], []]);
    expect(followed(talk, removed('d1'), removed('d2'), removed('d-nothing')).sent).toEqual([
      [],
      ['documents.removed'],
      [],
    ]);
    const { sent, mirror, state } = followed(talk, present('d3'), removed('d3'), removed('d4'));
    expect(sent.slice(1)).toEqual([['documents.removed'], []]);
    expect(mirror).toEqual(viewFor(state, norway));
  });

  it('[VI2] a member outside is sent nothing of them, one whose link is lost all the same', () => {
    const outside = followed([...talk, by(norway, { type: 'roster.leave' })], present('d1'));
    expect(outside.sent).toEqual([[]]);
    expect(followed([...talk, lost(norway)], present('d1')).sent).toEqual([['documents.revealed', 'slides.presented']]);
  });
});
