import { itemTypes, levelOf, MOST_LEVELS, numbersOf } from '@track2/shared';
import { useMeeting } from '../../meeting/hooks.ts';
import { seatPerson } from '../../meeting/SeatName.tsx';
import { useFormats, useLanguage, useSpoken, useText } from '../../text/index.ts';
import { pickWords } from '../../text/Words.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './AgendaEditor.module.css';
import { writtenNumber } from './agendaRows.ts';
import { type ItemDraft, withType } from './itemDraft.ts';
import { kinds, levels } from './kinds.ts';
import type { Place } from './places.ts';

/** A part of the form: reads the draft and changes it. */
export type DraftPart = { draft: ItemDraft; set: (change: Partial<ItemDraft>) => void };

/** Stands for "none": an id is never empty. */
const NONE = '';

/** The kind of a new item; that of an existing one stays. */
export function KindChoice({ draft, set }: DraftPart) {
  const text = useText();
  return (
    <Select
      label={text('agenda.form.type')}
      value={draft.itemType}
      choices={kinds.map((id) => ({ id, label: text(`agenda.type.${id}`) }))}
      onChange={(itemType) => set(withType(draft, itemType))}
    />
  );
}

/** What the kind of the item means when it begins: the floor, the cameras, the panel, the list and the questions. */
export function KindMeaning({ draft }: { draft: ItemDraft }) {
  const text = useText();
  const { mode, cameras, panel, listOpens, takesQuestions, spotlightsSpeaker } = itemTypes[draft.itemType];
  return (
    <section className={styles.meaning} aria-label={text('agenda.means.title')}>
      <h3>{text('agenda.means', { kind: text(`agenda.type.${draft.itemType}`) })}</h3>
      <ul>
        <li>{text(`agenda.means.mode.${mode}`)}</li>
        <li>{text(`agenda.means.cameras.${cameras}`)}</li>
        <li>{text(`agenda.means.panel.${panel}`)}</li>
        {listOpens ? <li>{text('agenda.means.list')}</li> : null}
        {takesQuestions ? <li>{text('agenda.means.questions')}</li> : null}
        {spotlightsSpeaker ? <li>{text('agenda.means.spotlight')}</li> : null}
      </ul>
    </section>
  );
}

/** Who may be quoted, who is seen, and what the end of the item's time means. */
export function RuleChoices({ draft, set }: DraftPart) {
  const text = useText();
  return (
    <>
      <Select
        label={text('agenda.form.attribution')}
        value={draft.attribution}
        choices={levels.map((id) => ({ id, label: text(`meeting.rule.${id}.name`) }))}
        onChange={(attribution) => set({ attribution })}
      />
      <Select
        label={text('agenda.form.cameras')}
        value={draft.cameras}
        choices={(['all', 'floorOnly'] as const).map((id) => ({ id, label: text(`agenda.form.cameras.${id}`) }))}
        onChange={(cameras) => set({ cameras })}
      />
      <Select
        label={text('agenda.form.limit')}
        value={draft.limit}
        choices={(['soft', 'hard'] as const).map((id) => ({ id, label: text(`agenda.form.limit.${id}`) }))}
        onChange={(limit) => set({ limit })}
      />
    </>
  );
}

/** The seat that gives the keynote or answers the questions. */
export function SpeakerChoice({ draft, set }: DraftPart) {
  const text = useText();
  const reader = useSpoken();
  const view = useMeeting((meeting) => meeting);
  return (
    <Select
      label={text('agenda.form.speaker')}
      value={draft.speaker ?? NONE}
      choices={[
        { id: NONE, label: text('agenda.form.noSpeaker') },
        ...view.state.roster.seats.map(({ id }) => ({ id, label: seatPerson(view, id, reader).name })),
      ]}
      onChange={(id) => set({ speaker: id === NONE ? null : id })}
    />
  );
}

const keyOf = ({ before, parent }: Place): string =>
  before === null ? (parent === null ? NONE : `in ${parent}`) : `before ${before}`;

/** Where a new item comes: at the end, before one that is still to come, or as a part of another. */
export function PlaceChoice({ draft, set }: DraftPart) {
  const text = useText();
  const language = useLanguage();
  const { number } = useFormats();
  const items = useMeeting(({ state }) => state.agenda.items);
  const numbers = numbersOf(items);
  const places = items.flatMap((item) => {
    const words = pickWords(item.title, language)?.text ?? text('agenda.untitled');
    const title = text('agenda.numbered', { number: writtenNumber(numbers.get(item.id) ?? '', number), title: words });
    const before = {
      place: { before: item.id, parent: item.parent },
      label: text('agenda.form.beforeItem', { title }),
    };
    const inside = { place: { before: null, parent: item.id }, label: text('agenda.form.partOf', { title }) };
    const gives = item.status === 'planned' || item.status === 'suspended';
    return [...(gives ? [before] : []), ...(levelOf(items, item) < MOST_LEVELS ? [inside] : [])];
  });
  return (
    <Select
      label={text('agenda.form.before')}
      value={keyOf(draft.place)}
      choices={[
        { id: NONE, label: text('agenda.form.atEnd') },
        ...places.map(({ place, label }) => ({ id: keyOf(place), label })),
      ]}
      onChange={(id) =>
        set({ place: places.find(({ place }) => keyOf(place) === id)?.place ?? { before: null, parent: null } })
      }
    />
  );
}
