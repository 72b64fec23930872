import { useMeeting } from '../../meeting/hooks.ts';
import { seatPerson } from '../../meeting/SeatName.tsx';
import { useLanguage, useText } from '../../text/index.ts';
import { pickWords } from '../../text/Words.tsx';
import { Select } from '../../ui/Select.tsx';
import type { ItemDraft } from './itemDraft.ts';

type Props = { draft: ItemDraft; set: (change: Partial<ItemDraft>) => void };

/** Stands for "none": an id is never empty. */
const NONE = '';

/** The seat that gives the keynote or answers the questions, where the item has one. */
export function SpeakerChoice({ draft, set }: Props) {
  const text = useText();
  const view = useMeeting((meeting) => meeting);
  return (
    <Select
      label={text('agenda.form.speaker')}
      value={draft.speaker ?? NONE}
      choices={[
        { id: NONE, label: text('agenda.form.noSpeaker') },
        ...view.state.roster.seats.map(({ id }) => ({ id, label: seatPerson(view, id).name })),
      ]}
      onChange={(id) => set({ speaker: id === NONE ? null : id })}
    />
  );
}

/** Before which item a new one comes; nothing can be placed before what has begun. */
export function PlaceChoice({ draft, set }: Props) {
  const text = useText();
  const language = useLanguage();
  const planned = useMeeting(({ state }) => state.agenda.items.filter((item) => item.status === 'planned'));
  return (
    <Select
      label={text('agenda.form.before')}
      value={draft.before ?? NONE}
      choices={[
        { id: NONE, label: text('agenda.form.atEnd') },
        ...planned.map(({ id, title }) => ({
          id,
          label: text('agenda.form.beforeItem', {
            title: pickWords(title, language)?.text ?? text('agenda.untitled'),
          }),
        })),
      ]}
      onChange={(id) => set({ before: id === NONE ? null : id })}
    />
  );
}
