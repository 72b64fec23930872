import type { FileItem } from '@track2/shared';
import { Fragment, type ReactNode, useState } from 'react';
import { useFormats } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { AgendaLine } from './AgendaLine.tsx';
import styles from './agenda.module.css';
import desk from './desk.module.css';
import { useDeskWords } from './deskWords.ts';
import { ItemDialog } from './ItemDialog.tsx';
import { type FileStop, itemsInOrder, newKey, plannedTimes } from './plan.ts';
import { StopDialog } from './StopDialog.tsx';
import type { Editing } from './usePlan.ts';

const MINUTE_MS = 60_000;

/** What a dialog of the agenda is about. */
export type AskingAgenda =
  | { kind: 'item'; item: FileItem; isNew: boolean; parent: FileItem | null }
  | { kind: 'stop'; stop: FileStop | null };

/** A new item begins as what most items are. */
const freshItem = (agenda: readonly FileItem[]): FileItem => ({
  id: newKey('item'),
  type: 'openDiscussion',
  title: {},
  minutes: 15,
  attribution: agenda.at(-1)?.attribution ?? 'chathamHouse',
});

/** The agenda with its planned times and hard stops, to be edited. */
export function AgendaCard({ editing }: { editing: Editing }) {
  const say = useDeskWords();
  const { duration, time } = useFormats();
  const [asking, setAsking] = useState<AskingAgenda | null>(null);
  const { plan, locked } = editing;
  const { file, startsAt } = plan;
  const items = itemsInOrder(file.agenda);
  const { begins, whole } = plannedTimes(file.agenda);
  const at = (minutes: number): string => time(startsAt + minutes * MINUTE_MS, file.timeZone);
  const stops = (file.hardStops ?? []).toSorted((a, b) => a.after - b.after);
  const add = (parent: FileItem | null): void =>
    setAsking({ kind: 'item', item: freshItem(file.agenda), isNew: true, parent });
  return (
    <section className={desk.card}>
      <div className={desk.cardHead}>
        <h2>{say('plan.agenda')}</h2>
        <span className={desk.faint}>{say('plan.agenda.whole', { length: duration(whole * MINUTE_MS) })}</span>
        <Button size="small" name={say('plan.agenda.add')} refusal={locked.plan} onPress={() => add(null)}>
          <Icon name="plus" size="small" />
          {say('plan.agenda.item')}
        </Button>
      </div>
      <ol>
        {items.map(({ item, level }, index) => {
          const from = begins.get(item.id) ?? 0;
          const next = items[index + 1];
          const to = next === undefined ? Number.POSITIVE_INFINITY : (begins.get(next.item.id) ?? 0);
          return (
            <Fragment key={item.id}>
              <AgendaLine editing={editing} item={item} level={level} at={at(from)} onAsk={setAsking} onAdd={add} />
              {stops
                .filter(({ after }) => after > from && after <= to)
                .map((stop) => (
                  <StopLine key={`${stop.after} ${JSON.stringify(stop.label)}`} at={at(stop.after)}>
                    <button
                      type="button"
                      aria-disabled={locked.plan !== null || undefined}
                      onClick={() => locked.plan === null && setAsking({ kind: 'stop', stop })}
                    >
                      <Words of={stop.label} />
                    </button>
                  </StopLine>
                ))}
            </Fragment>
          );
        })}
      </ol>
      <div className={styles.foot}>
        <p>
          <Ending editing={editing} whole={whole} />
        </p>
        <Button
          size="small"
          variant="quiet"
          refusal={locked.plan}
          onPress={() => setAsking({ kind: 'stop', stop: null })}
        >
          {say('plan.agenda.addStop')}
        </Button>
      </div>
      {asking?.kind === 'item' ? <ItemDialog {...asking} editing={editing} onClose={() => setAsking(null)} /> : null}
      {asking?.kind === 'stop' ? (
        <StopDialog stop={asking.stop} editing={editing} onClose={() => setAsking(null)} />
      ) : null}
    </section>
  );
}

function StopLine({ at, children }: { at: string; children: ReactNode }) {
  return (
    <li className={styles.stop}>
      <Icon name="pin" size="small" />
      <span>{at}</span>
      {children}
    </li>
  );
}

function Ending({ editing: { plan }, whole }: { editing: Editing; whole: number }) {
  const say = useDeskWords();
  const { time } = useFormats();
  const { file, startsAt } = plan;
  const at = (minutes: number): string => time(startsAt + minutes * MINUTE_MS, file.timeZone);
  const last = (file.hardStops ?? [])
    .filter(({ item }) => item === undefined)
    .reduce<number | null>((least, { after }) => (least === null ? after : Math.min(least, after)), null);
  if (last === null) return say('plan.agenda.ends', { time: at(whole) });
  return say(whole <= last ? 'plan.agenda.endsBefore' : 'plan.agenda.endsAfter', {
    time: at(whole),
    minutes: Math.abs(last - whole),
    stop: at(last),
  });
}
