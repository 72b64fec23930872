import { Suspense } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { later } from '../../ui/later.ts';
import { Settings } from '../../ui/Settings.tsx';

const MeetingChoices = later(async () => (await import('../keys/MeetingChoices.tsx')).MeetingChoices);

const PolicyChoices = later(async () => (await import('../people/PolicyChoices.tsx')).PolicyChoices);

/** The settings inside a meeting: those of the page, and what can be chosen in a meeting alone. */
export function MeetingSettings() {
  const managing = useManaging();
  const closed = useMeeting(({ state }) => state.session.status === 'adjourned');
  return (
    <Settings>
      <Suspense fallback={null}>
        <MeetingChoices />
        {managing && !closed ? <PolicyChoices /> : null}
      </Suspense>
    </Settings>
  );
}
