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
  draftOfPolicy,
  type Length,
  lengths,
  policyCommand,
} from './policyDraft.ts';
import styles from './time.module.css';

const kinds = ['soft', 'hard'] as const;

/** The form of the clocks. What it changes holds for the turns to come. */
export function ClockForm({ onClose }: { onClose: () => void }) {
  const text = useText();
  const send = useSend();
  const { clock } = useFormats();
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
