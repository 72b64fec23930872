import type { FileItem } from '@track2/shared';
import { useText } from '../../text/index.ts';
import { typedMinutes } from '../../text/typed.ts';
import { Words } from '../../text/Words.tsx';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { placeAfterStep, type Step } from '../../ui/order.ts';
import type { AskingAgenda } from './AgendaCard.tsx';
import styles from './agenda.module.css';
import desk from './desk.module.css';
import { useDeskWords, usePlainWords } from './deskWords.ts';
import { changeItem, dropItem, moveItem, siblingsOf } from './plan.ts';
import type { Editing } from './usePlan.ts';

const MINUTE_MS = 60_000;
const MOST_MINUTES = 600;
/** Parts may have parts of their own; the desk makes one level. */
const LEVELS_WITH_PARTS = 1;

type Props = {
  editing: Editing;
  item: FileItem;
  level: number;
  at: string;
  onAsk(asking: AskingAgenda): void;
  onAdd(parent: FileItem): void;
};

/** One item of the agenda: when it begins, what it is, how long it takes. */
export function AgendaLine({ editing, item, level, at, onAsk, onAdd }: Props) {
  const say = useDeskWords();
  const text = useText();
  const plain = usePlainWords();
  const { plan, locked, change } = editing;
  const { file } = plan;
  const title = plain(item.title) || text('agenda.untitled');
  const speaker = file.seats.find(({ id }) => id === item.speaker)?.people[0]?.name;
  const siblings = siblingsOf(file.agenda, item.id)?.items.map(({ id }) => id) ?? [];
  const step = (to: Step): (() => void) | null => {
    const place = placeAfterStep(siblings, item.id, to);
    return place === null ? null : () => change(moveItem(file, item.id, place.before));
  };
  const isOnly = file.agenda.length === 1 && level === 0;
  const entries = [
    { id: 'up', label: say('plan.agenda.up'), onAction: step('up') },
    { id: 'down', label: say('plan.agenda.down'), onAction: step('down') },
    { id: 'part', label: say('plan.agenda.part'), onAction: level < LEVELS_WITH_PARTS ? () => onAdd(item) : null },
    { id: 'drop', label: say('plan.agenda.drop'), onAction: isOnly ? null : () => change(dropItem(file, item.id)) },
  ].flatMap(({ onAction, ...entry }) => (onAction === null ? [] : [{ ...entry, onAction }]));
  return (
    <li className={styles.item} data-level={level}>
      <span className={styles.at}>{at}</span>
      <div className={styles.what}>
        <b>
          <Words of={item.title} />
        </b>
        <span data-attribution={item.attribution}>
          {text(`meeting.rule.${item.attribution}.name`)}
          {speaker === undefined ? null : (
            <>
              {' · '}
              <bdi>{speaker}</bdi>
            </>
          )}
        </span>
      </div>
      <Minutes editing={editing} item={item} title={title} />
      <IconButton
        icon="edit"
        size="small"
        label={say('plan.agenda.edit', { title })}
        refusal={locked.plan}
        onPress={() => onAsk({ kind: 'item', item, isNew: false, parent: null })}
      />
      <ActionMenu
        icon="more"
        label={say('plan.agenda.more', { title })}
        refusal={locked.plan}
        sections={[{ title: null, entries }]}
      />
    </li>
  );
}

/** The length of an item, typed where it stands. What is no length is marked, and saving says it too. */
function Minutes({ editing, item, title }: { editing: Editing; item: FileItem; title: string }) {
  const say = useDeskWords();
  const { plan, locked, change } = editing;
  const set = (typed: string): void => {
    const ms = typedMinutes(typed);
    const minutes = ms === null ? undefined : Math.min(MOST_MINUTES, ms / MINUTE_MS);
    const { minutes: _, ...bare } = item;
    change(changeItem(plan.file, minutes === undefined || minutes === 0 ? bare : { ...bare, minutes }));
  };
  const isMissing = item.minutes === undefined && item.parts === undefined;
  return (
    <input
      className={`${desk.cell} ${styles.minutes}`}
      inputMode="numeric"
      aria-label={say('plan.agenda.minutes', { title })}
      aria-invalid={isMissing || undefined}
      readOnly={locked.plan !== null}
      value={item.minutes === undefined ? '' : String(item.minutes)}
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
}
