import { Suspense, useEffect, useState } from 'react';
import { startMedia } from '../../media/hooks.ts';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { later } from '../../ui/later.ts';
import { useLayout } from '../../ui/layout.ts';
import { UploadDesk } from '../documents/UploadDesk.tsx';
import { RoundTable } from './RoundTable.tsx';

// Most of those who are inside run no meeting, so they do not load the console; nor the review before the end.
const ChairConsole = later(async () => (await import('../chair/ChairConsole.tsx')).ChairConsole);
const ClosedPage = later(async () => (await import('./ClosedPage.tsx')).ClosedPage);

/** The page of everybody who is inside: the table, the console of who runs the meeting, and the end. */
export function MeetingPage() {
  const managing = useManaging();
  const layout = useLayout();
  const closed = useMeeting(({ state }) => state.session.status === 'adjourned');
  const [view, setView] = useState<'console' | 'table'>('console');
  useEffect(() => startMedia(), []);
  const consoleFits = layout === 'wide' || layout === 'laptop';
  if (closed)
    return (
      <Suspense>
        <ClosedPage />
      </Suspense>
    );
  return (
    <>
      {managing && consoleFits && view === 'console' ? (
        <Suspense>
          <ChairConsole onShowStage={() => setView('table')} />
        </Suspense>
      ) : (
        <RoundTable onShowConsole={managing && consoleFits ? () => setView('console') : null} />
      )}
      <UploadDesk />
    </>
  );
}
