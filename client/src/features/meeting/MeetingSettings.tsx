import { Suspense } from 'react';
import { later } from '../../ui/later.ts';
import { Settings } from '../../ui/Settings.tsx';

const MeetingChoices = later(async () => (await import('../keys/MeetingChoices.tsx')).MeetingChoices);

/** The settings inside a meeting: those of the page, and what can be chosen in a meeting alone. */
export function MeetingSettings() {
  return (
    <Settings>
      <Suspense fallback={null}>
        <MeetingChoices />
      </Suspense>
    </Settings>
  );
}
