import type { Id, Organisation, SeriesPlan } from '@track2/shared';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { showToast } from '../../ui/uiStore.ts';
import styles from './desk.module.css';
import { removeLogo, removeSeries, saveLogo, saveSeries } from './deskApi.ts';
import type { DeskProps } from './deskProps.ts';
import { useDeskWords } from './deskWords.ts';
import type { ChosenLogo } from './LogoChoice.tsx';
import { OrganisationFields } from './OrganisationFields.tsx';
import { newKey } from './plan.ts';
import { forgetUnsaved, useUnsavedGuard } from './unsaved.ts';
import { useRequest } from './useRequest.ts';
import { hasWords, WordsFields } from './WordsFields.tsx';

const MOST_ORGANISATIONS = 12;

const freshOrganisation = (part: Organisation['part']): Organisation => ({ id: newKey('org'), name: {}, part });

/** A series: its title in languages, and its organisations with their parts and logos. */
export function SeriesPage({ desk, go, reload, id }: DeskProps & { id: Id | null }) {
  const say = useDeskWords();
  const { busy, request } = useRequest();
  const known = desk.series.find((series) => series.id === id);
  const [plan, setPlan] = useState<SeriesPlan>(() =>
    known === undefined
      ? { title: {}, organisations: [freshOrganisation('convener')] }
      : { title: known.title, organisations: known.organisations },
  );
  const [logos, setLogos] = useState<ReadonlyMap<Id, ChosenLogo>>(new Map());
  const [step, setStep] = useState<'shown' | 'written' | 'tried'>('shown');
  useUnsavedGuard(step === 'shown' || busy ? null : say('plan.leave'));
  const write = (change: Partial<SeriesPlan>): void => {
    setPlan({ ...plan, ...change });
    if (step === 'shown') setStep('written');
  };
  const { title, organisations } = plan;
  const isWhole = hasWords(title) && organisations.every(({ name }) => hasWords(name));
  const saveLogos = async (series: Id): Promise<boolean> => {
    for (const [organisation, logo] of logos) {
      if (!organisations.some((one) => one.id === organisation)) continue;
      const done = await request(() =>
        logo === 'none' ? removeLogo(series, organisation) : saveLogo(series, organisation, logo.file),
      );
      if (done === null) return false;
    }
    return true;
  };
  const save = async (): Promise<void> => {
    setStep('tried');
    if (!isWhole) return;
    const saved = await request(() => saveSeries(id, plan));
    const series = id ?? saved?.id;
    if (saved === null || series === undefined) return;
    const isDone = await saveLogos(series);
    await reload();
    setStep('shown');
    forgetUnsaved();
    if (isDone) {
      setLogos(new Map());
      showToast(say('convene.series.saved'));
    }
    if (id === null) go({ at: 'series', id: series });
  };
  return (
    <>
      <header className={styles.head}>
        <h1>{say(id === null ? 'convene.series.new' : 'convene.series.change')}</h1>
        {id === null ? null : (
          <RemoveSeries id={id} onRemoved={() => void reload().then(() => go({ at: 'overview' }))} />
        )}
      </header>
      <form
        className={`${styles.card} ${styles.form}`}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void save();
        }}
      >
        <WordsFields
          words={title}
          labels={{ en: say('convene.series.titleEn'), fa: say('convene.series.titleFa') }}
          error={step === 'tried' && !hasWords(title) ? say('convene.series.titleMissing') : null}
          onChange={(words) => write({ title: words })}
        />
        <h2>{say('convene.series.organisations')}</h2>
        {organisations.map((organisation, index) => (
          <OrganisationFields
            key={organisation.id}
            organisation={organisation}
            logo={logos.get(organisation.id) ?? null}
            saved={known?.logos[organisation.id] ?? null}
            tried={step === 'tried'}
            isOnly={organisations.length === 1}
            onChange={(next) => write({ organisations: organisations.with(index, next) })}
            onLogo={(logo) => {
              setLogos(new Map([...logos, [organisation.id, logo]]));
              if (step === 'shown') setStep('written');
            }}
            onDrop={() => write({ organisations: organisations.toSpliced(index, 1) })}
          />
        ))}
        <div className={styles.formActs}>
          <Button
            refusal={organisations.length < MOST_ORGANISATIONS ? null : say('convene.series.mostOrganisations')}
            onPress={() => write({ organisations: [...organisations, freshOrganisation('supporter')] })}
          >
            <Icon name="plus" size="small" />
            {say('convene.series.add')}
          </Button>
          <Button type="submit" variant="primary" busy={busy}>
            {say(id === null ? 'convene.series.create' : 'convene.series.save')}
          </Button>
        </div>
      </form>
    </>
  );
}

function RemoveSeries({ id, onRemoved }: { id: Id; onRemoved(): void }) {
  const say = useDeskWords();
  const { busy, request } = useRequest();
  const remove = async (): Promise<void> => {
    if ((await request(() => removeSeries(id))) !== null) onRemoved();
  };
  return (
    <Button variant="danger" size="small" busy={busy} onPress={() => void remove()}>
      {say('convene.series.remove')}
    </Button>
  );
}
