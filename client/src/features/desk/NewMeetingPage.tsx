import { type Id, type NewMeeting, Template } from '@track2/shared';
import { useState } from 'react';
import { useLanguage } from '../../text/index.ts';
import { ownTimeZone } from '../../text/zones.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './desk.module.css';
import { type DeskTrouble, makeMeeting } from './deskApi.ts';
import type { DeskProps } from './deskProps.ts';
import { useDeskWords, usePlainWords, useTroubleText } from './deskWords.ts';
import { FileChoice } from './FileChoice.tsx';
import { hostsOf } from './hosts.ts';
import { Problems } from './Problems.tsx';
import type { FileWords } from './plan.ts';
import { meantStart, type StartDraft, StartFields, startDraftOf } from './StartFields.tsx';
import { hasWords, WordsFields } from './WordsFields.tsx';

type Draft = {
  from: NewMeeting['from']['kind'];
  template: Template;
  title: FileWords;
  /** Null as long as the series says who hosts. */
  hosts: FileWords | null;
  file: { name: string; text: string } | null;
  copy: Id | null;
  series: Id | null;
  start: StartDraft;
};

const DAY_MS = 86_400_000;
const MORNING = '10:00';

/** A week from now in the morning, by the convener's clock. */
const firstStart = (): StartDraft => ({ ...startDraftOf(Date.now() + 7 * DAY_MS, ownTimeZone()), time: MORNING });

const emptyDraft = ({ desk, copyOf }: { desk: DeskProps['desk']; copyOf: Id | null }): Draft => {
  const copied = desk.meetings.find(({ id }) => id === copyOf);
  return {
    from: copyOf === null ? 'template' : 'copy',
    template: 'track2',
    title: {},
    hosts: null,
    file: null,
    copy: copyOf ?? desk.meetings[0]?.id ?? null,
    series: copied === undefined ? (desk.series[0]?.id ?? null) : copied.series,
    start: copied === undefined ? firstStart() : { ...firstStart(), timeZone: copied.timeZone },
  };
};

function sourceOf(draft: Draft, hosts: FileWords): NewMeeting['from'] | null {
  switch (draft.from) {
    case 'template': {
      const { template, title, start } = draft;
      if (!hasWords(title) || !hasWords(hosts)) return null;
      return { kind: 'template', template, title, hosts, timeZone: start.timeZone };
    }
    case 'file':
      return draft.file === null ? null : { kind: 'file', text: draft.file.text };
    case 'copy':
      return draft.copy === null ? null : { kind: 'copy', meeting: draft.copy };
  }
}

/** A new meeting from a template, from a file, or as a copy. */
export function NewMeetingPage({ desk, go, reload, copyOf }: DeskProps & { copyOf: Id | null }) {
  const say = useDeskWords();
  const troubleText = useTroubleText();
  const [draft, setDraft] = useState(() => emptyDraft({ desk, copyOf }));
  const [step, setStep] = useState<'writing' | 'tried' | 'sending'>('writing');
  const [trouble, setTrouble] = useState<DeskTrouble | null>(null);
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change });
  const series = desk.series.find(({ id }) => id === draft.series);
  const hosts = draft.hosts ?? hostsOf(series);
  const submit = async (): Promise<void> => {
    setStep('tried');
    const meant = meantStart(draft.start);
    const from = sourceOf(draft, hosts);
    if (meant === null || meant.kind === 'skipped' || from === null) return;
    setStep('sending');
    const answer = await makeMeeting({ series: draft.series, startsAt: meant.at, from });
    setStep('tried');
    setTrouble(answer.done ? null : answer.trouble);
    if (!answer.done) return;
    await reload();
    go({ at: 'meeting', id: answer.body.id });
  };
  return (
    <>
      <header className={styles.head}>
        <h1>{say('convene.new.title')}</h1>
      </header>
      <form
        className={`${styles.card} ${styles.form}`}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (step !== 'sending') void submit();
        }}
      >
        <SourceFields desk={desk} draft={draft} set={set} hosts={hosts} tried={step !== 'writing'} />
        <SeriesChoice desk={desk} series={draft.series} onChange={(chosen) => set({ series: chosen })} />
        <StartFields draft={draft.start} onChange={(start) => set({ start })} tried={step !== 'writing'} />
        {trouble === null ? null : (
          <Notice tone="over" spoken="assertive">
            {troubleText(trouble)}
            {trouble.code === 'desk.fileProblems' ? <Problems problems={trouble.problems} file={null} /> : null}
          </Notice>
        )}
        <div className={styles.formActs}>
          <Button type="submit" variant="primary" busy={step === 'sending'}>
            {say('convene.new.create')}
          </Button>
        </div>
      </form>
    </>
  );
}

type SourceProps = {
  desk: DeskProps['desk'];
  draft: Draft;
  set(change: Partial<Draft>): void;
  hosts: FileWords;
  tried: boolean;
};

function SourceFields({ desk, draft, set, hosts, tried }: SourceProps) {
  const say = useDeskWords();
  return (
    <>
      <fieldset className={styles.choices}>
        <legend>{say('convene.new.from')}</legend>
        {(['template', 'file', 'copy'] as const).map((from) => (
          <Button key={from} pressed={draft.from === from} onPress={() => set({ from })}>
            {say(`convene.new.${from}`)}
          </Button>
        ))}
      </fieldset>
      {draft.from === 'template' ? <TemplateFields draft={draft} set={set} hosts={hosts} tried={tried} /> : null}
      {draft.from === 'file' ? (
        <FileChoice
          name={draft.file?.name ?? null}
          error={tried && draft.file === null ? say('convene.new.fileMissing') : null}
          onChoose={(file) => set({ file })}
        />
      ) : null}
      {draft.from === 'copy' ? <CopyChoice desk={desk} copy={draft.copy} onChange={(copy) => set({ copy })} /> : null}
    </>
  );
}

function TemplateFields({ draft, set, hosts, tried }: Omit<SourceProps, 'desk'>) {
  const say = useDeskWords();
  return (
    <>
      <Select
        label={say('convene.template')}
        value={draft.template}
        choices={Template.options.map((id) => ({ id, label: say(`convene.template.${id}`) }))}
        onChange={(template) => set({ template })}
      />
      <p className={styles.soft}>{say(`convene.template.${draft.template}.means`)}</p>
      <WordsFields
        words={draft.title}
        labels={{ en: say('convene.series.titleEn'), fa: say('convene.series.titleFa') }}
        error={tried && !hasWords(draft.title) ? say('convene.series.titleMissing') : null}
        onChange={(title) => set({ title })}
      />
      <WordsFields
        words={hosts}
        labels={{ en: say('convene.new.hostsEn'), fa: say('convene.new.hostsFa') }}
        error={tried && !hasWords(hosts) ? say('convene.new.hostsMissing') : null}
        onChange={(written) => set({ hosts: written })}
      />
    </>
  );
}

function CopyChoice({ desk, copy, onChange }: { desk: DeskProps['desk']; copy: Id | null; onChange(id: Id): void }) {
  const say = useDeskWords();
  const plain = usePlainWords();
  const language = useLanguage();
  if (copy === null) return <p className={styles.soft}>{say('convene.new.nothingToCopy')}</p>;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  return (
    <>
      <Select
        label={say('convene.new.copyOf')}
        value={copy}
        choices={desk.meetings.map(({ id, title, startsAt }) => ({
          id,
          label: `${plain(title)} (${day.format(startsAt)})`,
        }))}
        onChange={onChange}
      />
      <p className={styles.soft}>{say('convene.new.copyHint')}</p>
    </>
  );
}

const NONE = '';

/** Which series a meeting belongs to. */
export function SeriesChoice({
  desk,
  series,
  onChange,
}: {
  desk: DeskProps['desk'];
  series: Id | null;
  onChange(series: Id | null): void;
}) {
  const say = useDeskWords();
  const plain = usePlainWords();
  return (
    <Select
      label={say('convene.series')}
      value={series ?? NONE}
      choices={[
        { id: NONE, label: say('convene.noSeries') },
        ...desk.series.map(({ id, title }) => ({ id, label: plain(title) })),
      ]}
      onChange={(chosen) => onChange(chosen === NONE ? null : chosen)}
    />
  );
}
