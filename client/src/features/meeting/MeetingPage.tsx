import { useState } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { useLayout } from '../../ui/layout.ts';
import { ChairConsole } from '../chair/ChairConsole.tsx';
import { UploadDesk } from '../documents/UploadDesk.tsx';
import { ClosedPage } from './ClosedPage.tsx';
import { RoundTable } from './RoundTable.tsx';

/** The page of everybody who is inside: the table, the console of who runs the meeting, and the end. */
export function MeetingPage() {
  const managing = useManaging();
  const layout = useLayout();
  const closed = useMeeting(({ state }) => state.session.status === 'adjourned');
  const [view, setView] = useState<'console' | 'table'>('console');
  const consoleFits = layout === 'wide' || layout === 'laptop';
  if (closed) return <ClosedPage />;
  return (
    <>
      {managing && consoleFits && view === 'console' ? (
        <ChairConsole onShowStage={() => setView('table')} />
      ) : (
        <RoundTable onShowConsole={managing && consoleFits ? () => setView('console') : null} />
      )}
      <UploadDesk />
    </>
  );
}
