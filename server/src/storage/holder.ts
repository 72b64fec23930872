import type { Holder } from './ports.ts';

/** Names a holder, so that all links and sessions of one person are found. */
export const holderKey = (holder: Holder): string =>
  holder.kind === 'convener' ? `convener/${holder.convener}` : `member/${holder.meeting}/${holder.member}`;

/** Whether both are one and the same person. */
export const isSameHolder = (one: Holder, other: Holder): boolean => holderKey(one) === holderKey(other);
