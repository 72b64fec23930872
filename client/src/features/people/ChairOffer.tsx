import { memberById, seatById } from '@track2/shared';
import { type ReactNode, Suspense } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { later } from '../../ui/later.ts';

const ChairOfferNotice = later(async () => (await import('./ChairOfferNotice.tsx')).ChairOfferNotice);

/** Offers the chair to a moderator once the chair has been away for a while. */
export function ChairOffer(): ReactNode {
  const offered = useMeeting(
    ({ state, me }) =>
      state.roster.chair.status === 'offered' &&
      seatById(state, memberById(state, me)?.seat ?? '')?.role === 'moderator',
  );
  if (!offered) return null;
  return (
    <Suspense>
      <ChairOfferNotice />
    </Suspense>
  );
}
