import { useMeeting } from '../../meeting/hooks.ts';
import { type Whereabouts, whereabouts } from './backstage.ts';

/** Where this person is heard now. */
export const useWhereabouts = (): Whereabouts => useMeeting(({ state, me }) => whereabouts(state, me));
