import { evolve, type Id, initialState, type LoggedEvent } from '@track2/shared';
import { by, held, members, tell } from '@track2/shared/testing';
import { expect, test } from 'vitest';
import { type Commit, ViewerLine } from './viewerLine.ts';

const { chair, moderator, norway, iran } = members;

/** A meeting that is held, and the commit by which somebody leaves it. */
function leaving(member: Id): { before: Commit; commit: Commit } {
  const story = tell(...held());
  const entry = { seq: 1, epoch: 1, at: 0, wall: 0, by: null, events: [...story.log] };
  const left: LoggedEvent[] = tell(...held(), by(member, { type: 'roster.leave' })).log.slice(story.log.length);
  return {
    before: { entry, before: initialState, after: story.state },
    commit: {
      entry: { ...entry, seq: 2, by: member, events: left },
      before: story.state,
      after: left.reduce(evolve, story.state),
    },
  };
}

test('[VI5] who acted is told to those who run the meeting and to the one who did', () => {
  const { before, commit } = leaving(norway);
  const toldTo = (viewer: Id): unknown =>
    new ViewerLine(viewer, (member, seq) => `${member}-${seq}`, [before]).add(commit);
  for (const manager of [chair, moderator])
    expect(toldTo(manager)).toMatchObject({ kind: 'envelope', envelope: { by: norway } });
  expect(toldTo(iran)).toMatchObject({ kind: 'envelope', envelope: { events: [{ type: 'roster.left' }] } });
  expect(toldTo(iran)).not.toHaveProperty('envelope.by');

  const closing: LoggedEvent = { type: 'speakers.listClosed', item: 'i-discussion' };
  const own = { ...commit, entry: { ...commit.entry, by: iran, events: [closing] }, after: commit.before };
  const ownLine = new ViewerLine(iran, (member, seq) => `${member}-${seq}`, [before]);
  expect(ownLine.add(own)).toMatchObject({ kind: 'envelope', envelope: { by: iran } });
});
