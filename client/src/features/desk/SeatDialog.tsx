import type { FileSeat } from '@track2/shared';
import { useState } from 'react';
import { useText } from '../../text/index.ts';
import { typedMinutes } from '../../text/typed.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { DelegationFields } from './DelegationFields.tsx';
import { useDeskWords } from './deskWords.ts';
import { PersonFields } from './PersonFields.tsx';
import { newKey, putSeat, type SeatDraft } from './plan.ts';
import { isFit, trimmed } from './seatDraft.ts';
import styles from './seats.module.css';
import type { Editing } from './usePlan.ts';

const MINUTE_MS = 60_000;
const MOST_MINUTES = 600;
const MOST_PEOPLE = 8;

/** The roles that a seat may have; the convener has no seat. */
const roles = [
  'chair',
  'moderator',
  'keynote',
  'discussant',
  'participant',
  'observer',
  'rapporteur',
  'interpreter',
  'operator',
] as const satisfies readonly FileSeat['role'][];

function budgetIn(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const ms = typedMinutes(typed);
  return ms === null || ms === 0 || ms > MOST_MINUTES * MINUTE_MS ? undefined : ms / MINUTE_MS;
}

/** The form of a seat: what it is, and who holds it. What is done here is in the draft, and saved with it. */
export function SeatDialog({
  draft: given,
  editing,
  onClose,
}: {
  draft: SeatDraft;
  editing: Editing;
  onClose(): void;
}) {
  const say = useDeskWords();
  const text = useText();
  const [draft, setDraft] = useState(given);
  const [typed, setTyped] = useState(given.budget === null ? '' : String(given.budget));
  const [tried, setTried] = useState(false);
  const { file } = editing.plan;
  const isNew = !file.seats.some(({ id }) => id === given.seat.id);
  const { seat } = draft;
  const budget = budgetIn(typed);
  const setSeat = (change: Partial<FileSeat>): void => setDraft({ ...draft, seat: { ...seat, ...change } });
  const setPerson = (index: number, person: FileSeat['people'][number]): void =>
    setSeat({ people: seat.people.with(index, person) });
  const finish = (): void => {
    setTried(true);
    const whole = trimmed({ ...draft, budget: budget ?? null });
    if (budget === undefined || !isFit(whole)) return;
    editing.change(putSeat(file, whole));
    onClose();
  };
  return (
    <Dialog title={say(isNew ? 'plan.seat.add' : 'plan.seat.edit')} size="wide" onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          finish();
        }}
      >
        <div className={styles.fields}>
          <Select
            label={say('plan.seat.role')}
            value={seat.role}
            choices={roles.map((id) => ({ id, label: text(`role.${id}`) }))}
            onChange={(role) => setSeat({ role })}
          />
          <DelegationFields
            draft={draft}
            file={file}
            tried={tried}
            onChange={(next) => {
              setDraft(next);
              if (next.seat.delegation !== seat.delegation) setTyped(next.budget === null ? '' : String(next.budget));
            }}
          />
          {draft.delegation === null ? null : (
            <Field
              label={say('plan.seat.budget')}
              value={typed}
              inputMode="numeric"
              hint={say('plan.seat.budgetHint')}
              error={tried && budget === undefined ? say('plan.seat.budgetBad') : null}
              onChange={setTyped}
            />
          )}
        </div>
        {seat.people.map((person, index) => (
          <PersonFields
            key={person.id ?? index}
            person={person}
            isAide={index > 0}
            isKnown={editing.base.file.seats.some(
              ({ id, people }) => id === seat.id && people.some((one) => one.id === person.id),
            )}
            tried={tried}
            onChange={(next) => setPerson(index, next)}
            onDrop={() => setSeat({ people: seat.people.toSpliced(index, 1) })}
          />
        ))}
        {seat.people.length < MOST_PEOPLE ? (
          <Button
            variant="quiet"
            onPress={() =>
              setSeat({ people: [...seat.people, { id: newKey('person'), name: '', kind: 'aide' as const }] })
            }
          >
            {say('plan.seat.addAide')}
          </Button>
        ) : null}
        <div className={styles.formEnd}>
          <Button type="submit" variant="primary">
            {say('plan.item.done')}
          </Button>
          <Button onPress={onClose}>{say('convene.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
