import type { Id, Line } from '@track2/shared';

/** The lines of others that the reader has not had in front. */
export const unreadIn = (lines: readonly Line[], me: Id, read: ReadonlySet<Id>): Line[] =>
  lines.filter(({ id, from }) => from !== me && !read.has(id));
