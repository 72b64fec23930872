import type { Desk } from '@track2/shared';
import { useCallback, useEffect, useState } from 'react';
import { ConvenersPage } from './ConvenersPage.tsx';
import { type DeskTrouble, fetchDesk } from './deskApi.ts';
import type { DeskProps } from './deskProps.ts';
import { useDeskWords } from './deskWords.ts';
import { Failed } from './Failed.tsx';
import frame from './frame.module.css';
import { MeetingDeskPage } from './MeetingDeskPage.tsx';
import { NewMeetingPage } from './NewMeetingPage.tsx';
import { Overview } from './Overview.tsx';
import { type Place, usePlace } from './place.ts';
import { SeriesPage } from './SeriesPage.tsx';
import { Side } from './Side.tsx';

/** The convener's desk: series and meetings on the side, and the page of what is chosen. */
export function ConvenersDesk() {
  const say = useDeskWords();
  const [place, go] = usePlace();
  const [desk, setDesk] = useState<Desk | null>(null);
  const [trouble, setTrouble] = useState<DeskTrouble | null>(null);
  const reload = useCallback(async () => {
    const answer = await fetchDesk();
    if (answer.done) setDesk(answer.body);
    setTrouble(answer.done ? null : answer.trouble);
  }, []);
  useEffect(() => {
    const load = async (): Promise<void> => reload();
    void load(); // what goes wrong is shown
  }, [reload]);
  if (desk === null) {
    return (
      <main className={frame.alone}>
        {trouble === null ? <output>{say('convene.loading')}</output> : <Failed trouble={trouble} onAgain={reload} />}
      </main>
    );
  }
  const props = { desk, go, reload };
  return (
    <div className={frame.desk} data-at={place.at}>
      <Side {...props} place={place} />
      <main className={frame.main}>
        <PageOf {...props} place={place} />
      </main>
    </div>
  );
}

function PageOf({ place, ...props }: DeskProps & { place: Place }) {
  switch (place.at) {
    case 'overview':
      return <Overview {...props} />;
    case 'meeting':
      return <MeetingDeskPage key={place.id} {...props} id={place.id} />;
    case 'newMeeting':
      return <NewMeetingPage {...props} copyOf={place.copyOf} />;
    case 'series':
      return <SeriesPage key={place.id} {...props} id={place.id} />;
    case 'newSeries':
      return <SeriesPage key="new" {...props} id={null} />;
    case 'conveners':
      return <ConvenersPage {...props} />;
  }
}
