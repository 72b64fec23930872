import { useState } from 'react';
import styles from './desk.module.css';
import type { DeskProps } from './deskProps.ts';
import { useDeskWords } from './deskWords.ts';
import { SeriesChoice } from './NewMeetingPage.tsx';
import { meantStart, type StartDraft, StartFields, startDraftOf } from './StartFields.tsx';
import type { Editing } from './usePlan.ts';
import { hasWords, WordsFields } from './WordsFields.tsx';

/** What the meeting is: title, hosts, series, start. */
export function DetailsCard({ editing, desk }: { editing: Editing; desk: DeskProps['desk'] }) {
  const say = useDeskWords();
  const { plan, locked, set, change } = editing;
  const { file } = plan;
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2>{say('plan.details.meeting')}</h2>
      </div>
      {locked.plan === null ? null : <p className={styles.lockedNote}>{locked.plan}</p>}
      <fieldset className={styles.form} disabled={locked.plan !== null}>
        <WordsFields
          words={file.title}
          labels={{ en: say('plan.details.titleEn'), fa: say('plan.details.titleFa') }}
          error={hasWords(file.title) ? null : say('convene.series.titleMissing')}
          onChange={(title) => change({ ...file, title })}
        />
        <WordsFields
          words={file.hosts}
          labels={{ en: say('convene.new.hostsEn'), fa: say('convene.new.hostsFa') }}
          error={hasWords(file.hosts) ? null : say('convene.new.hostsMissing')}
          onChange={(hosts) => change({ ...file, hosts })}
        />
        <SeriesChoice desk={desk} series={plan.series} onChange={(series) => set({ series })} />
        <Start editing={editing} />
      </fieldset>
    </section>
  );
}

/** The start as it is typed; what is no moment stays here until it is one. */
function Start({ editing: { plan, set } }: { editing: Editing }) {
  const { startsAt, file } = plan;
  const [typed, setTyped] = useState<StartDraft | null>(null);
  const write = (draft: StartDraft): void => {
    const meant = meantStart(draft);
    const isMoment = meant !== null && meant.kind !== 'skipped';
    setTyped(isMoment ? null : draft);
    if (isMoment) set({ startsAt: meant.at, file: { ...file, timeZone: draft.timeZone } });
  };
  return <StartFields draft={typed ?? startDraftOf(startsAt, file.timeZone)} onChange={write} tried />;
}
