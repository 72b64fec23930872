import type { MeetingFile } from '@track2/shared';
import { Select } from '../../ui/Select.tsx';
import { useDeskWords, usePlainWords } from './deskWords.ts';
import { newKey, type SeatDraft } from './plan.ts';
import styles from './seats.module.css';
import { hasWords, WordsFields } from './WordsFields.tsx';

const NONE = '';
const NEW = '+';

type Props = { draft: SeatDraft; file: MeetingFile; tried: boolean; onChange(draft: SeatDraft): void };

/** The delegation of a seat: none, one of the meeting's, or a new one; its name holds for all its seats. */
export function DelegationFields({ draft, file, tried, onChange }: Props) {
  const say = useDeskWords();
  const plain = usePlainWords();
  const { seat, delegation } = draft;
  const key = seat.delegation ?? NONE;
  const isKnown = Object.hasOwn(file.delegations, key);
  const isShared = file.seats.some(({ id, delegation: other }) => id !== seat.id && other === key && key !== NONE);
  const choose = (chosen: string): void => {
    const { delegation: _, ...bare } = seat;
    if (chosen === NONE) onChange({ seat: bare, delegation: null, budget: null });
    else if (chosen === NEW)
      onChange({ seat: { ...bare, delegation: newKey('delegation') }, delegation: {}, budget: null });
    else
      onChange({
        seat: { ...bare, delegation: chosen },
        delegation: file.delegations[chosen] ?? {},
        budget: file.budgets?.[chosen] ?? null,
      });
  };
  return (
    <>
      <Select
        label={say('plan.seat.delegation')}
        value={delegation === null ? NONE : isKnown ? key : NEW}
        choices={[
          { id: NONE, label: say('plan.seat.noDelegation') },
          ...Object.entries(file.delegations).map(([id, words]) => ({ id, label: plain(words) })),
          { id: NEW, label: say('plan.seat.newDelegation') },
        ]}
        onChange={choose}
      />
      {delegation === null ? null : (
        <>
          <WordsFields
            words={delegation}
            labels={{ en: say('plan.seat.delegationEn'), fa: say('plan.seat.delegationFa') }}
            error={tried && !hasWords(delegation) ? say('plan.seat.delegationMissing') : null}
            onChange={(words) => onChange({ ...draft, delegation: words })}
          />
          {isShared ? <p className={styles.note}>{say('plan.seat.delegationShared')}</p> : null}
        </>
      )}
    </>
  );
}
