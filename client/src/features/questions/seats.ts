import { type Id, memberById } from '@track2/shared';
import { useMeeting } from '../../meeting/hooks.ts';

/** The seat of who looks at the page. */
export const useOwnSeat = (): Id | null => useMeeting(({ state, me }) => memberById(state, me)?.seat ?? null);
