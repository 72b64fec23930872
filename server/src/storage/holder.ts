import type { Holder } from './ports.ts';

/** Names a holder, so that all links and sessions of one person are found. */
export const holderKey = (holder: Holder): string =>
  holder.kind === 'convener' ? 'convener' : `member/${holder.meeting}/${holder.member}`;
