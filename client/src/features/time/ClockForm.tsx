import type { Command } from '@track2/shared';
import { useState } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import {
  badLengths,
  bounds,
  type ClockName,
  clocks,
  countBounds,
  counts,
  draftOfPolicy,
  type Length,
  leaves,
  lengths,
  policyCommand,
} from './policyDraft.ts';
import styles from './time.module.css';

const kinds = ['soft', 'hard'] as const;

const numbersIn = ({ least, most }: { least: number; most: number }): number[] =>
  Array.from({ length: most - least + 1 }, (_, index) => least + index);

/** The form of the clocks. What it changes holds for the turns to come. */
export function ClockForm({ onClose }: { onClose: () => void }) {
  const text = useText();
  const send = useSend();
  const { clock, number } = useFormats();
  const policy = useMeeting(({ state }) => state.session.policy);
  const [draft, setDraft] = useState(() => draftOfPolicy(policy, clock));
  const [step, setStep] = useState<'writing' | 'tried' | 'sending'>('writing');
  const bad = step === 'writing' ? [] : badLengths(draft);
  const submit = async (command: Command): Promise<void> => {
    setStep('sending');
    const answer = await send(command);
    setStep('tried');
    if (answer.outcome === 'applied') onClose();
  };
  const finish = (): void => {
    if (step === 'sending') return;
    setStep('tried');
    if (badLengths(draft).length > 0) return;
    const command = policyCommand(policy, draft);
    if (command === null) onClose();
    else void submit(command); // useSend says what went wrong
  };
  const errorOf = (length: Length): string | null =>
    bad.includes(length)
      ? text('time.lengthBad', { least: clock(bounds[length].least), most: clock(bounds[length].most) })
      : null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <p>{text('time.hint')}</p>
      <div className={styles.grid}>
        {lengths.map((length) => (
          <Field
            key={length}
            label={text(`time.length.${length}`)}
            value={draft.lengths[length]}
            dir="ltr"
            error={errorOf(length)}
            onChange={(typed) => setDraft({ ...draft, lengths: { ...draft.lengths, [length]: typed } })}
          />
        ))}
      </div>
      <h3>{text('time.rounds')}</h3>
      <div className={styles.grid}>
        {counts.map((name) => (
          <Select
            key={name}
            label={text(`time.count.${name}`)}
            value={String(draft.counts[name])}
            choices={numbersIn(countBounds[name]).map((each) => ({ id: String(each), label: number(each) }))}
            onChange={(chosen) => setDraft({ ...draft, counts: { ...draft.counts, [name]: Number(chosen) } })}
          />
        ))}
        {leaves.map((name) => (
          <Select
            key={name}
            label={text(`time.leave.${name}`)}
            value={draft.leaves[name] ? 'yes' : 'no'}
            choices={(['no', 'yes'] as const).map((id) => ({ id, label: text(`time.leave.${id}`) }))}
            onChange={(chosen) => setDraft({ ...draft, leaves: { ...draft.leaves, [name]: chosen === 'yes' } })}
          />
        ))}
      </div>
      <h3>{text('time.ends')}</h3>
      <div className={styles.grid}>
        {clocks.map((name: ClockName) => (
          <Select
            key={name}
            label={text(`time.clock.${name}`)}
            value={draft.limits[name]}
            choices={kinds.map((id) => ({ id, label: text(`time.limit.${id}`) }))}
            onChange={(kind) => setDraft({ ...draft, limits: { ...draft.limits, [name]: kind } })}
          />
        ))}
      </div>
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" busy={step === 'sending'}>
          {text('agenda.form.save')}
        </Button>
        <Button onPress={onClose}>{text('agenda.form.cancel')}</Button>
      </div>
    </form>
  );
}
