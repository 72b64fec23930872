import { useMeeting } from './view.ts';
import { type Whereabouts, whereabouts } from './whereabouts.ts';

/** Where this person is heard now. */
export const useWhereabouts = (): Whereabouts => useMeeting(({ state, me }) => whereabouts(state, me));
