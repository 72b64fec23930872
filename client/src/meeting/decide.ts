// The rules of what may be done, for a chunk of their own: they are loaded right after the page that asks them.
export { decide } from '@track2/shared';
