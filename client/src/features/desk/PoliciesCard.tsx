import { useState } from 'react';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './desk.module.css';
import { useDeskWords } from './deskWords.ts';
import planStyles from './plan.module.css';
import { type FilePolicy, filled } from './plan.ts';
import { counts, limitKinds, type NumberPolicy, ranges, times, visibilities } from './policies.ts';
import type { Editing } from './usePlan.ts';

type Part = { policy: FilePolicy; set(change: Partial<FilePolicy>): void };

const keysOf = <T extends string>(of: Readonly<Record<T, unknown>>): T[] => Object.keys(of) as T[];

/** How the meeting is held: times, limits, rounds, who is seen, what is written. */
export function PoliciesCard({ editing }: { editing: Editing }) {
  const say = useDeskWords();
  const { plan, locked, change } = editing;
  const { policy: given, ...file } = plan.file;
  const policy = given ?? {};
  const set = (wanted: Partial<FilePolicy>): void => {
    const next = filled({ ...policy, ...wanted });
    change(Object.keys(next).length === 0 ? file : { ...file, policy: next });
  };
  return (
    <section className={`${styles.card} ${styles.apart}`}>
      {locked.plan === null ? null : <p className={styles.lockedNote}>{locked.plan}</p>}
      <fieldset className={planStyles.policies} disabled={locked.plan !== null}>
        <fieldset className={styles.form}>
          <legend>{say('plan.policy.sight')}</legend>
          <Sight policy={policy} set={set} />
          <Switch name="chat" policy={policy} set={set} />
        </fieldset>
        <fieldset className={styles.form}>
          <legend>{say('plan.policy.writing')}</legend>
          <Switch name="upvotes" policy={policy} set={set} />
          <Switch name="typedAnswers" policy={policy} set={set} />
        </fieldset>
        <fieldset className={styles.form}>
          <legend>{say('plan.policy.times')}</legend>
          {keysOf(times).map((key) => (
            <NumberField key={key} name={key} policy={policy} set={set} />
          ))}
        </fieldset>
        <fieldset className={styles.form}>
          <legend>{say('plan.policy.limits')}</legend>
          <Limits policy={policy} set={set} />
        </fieldset>
        <fieldset className={styles.form}>
          <legend>{say('plan.policy.rounds')}</legend>
          {keysOf(counts).map((key) => (
            <NumberField key={key} name={key} policy={policy} set={set} />
          ))}
        </fieldset>
      </fieldset>
    </section>
  );
}

function NumberField({ name, policy, set }: Part & { name: NumberPolicy }) {
  const say = useDeskWords();
  const { initial, least, most } = ranges[name];
  const value = policy[name];
  const [bad, setBad] = useState<string | null>(null);
  const write = (typed: string): void => {
    const number = Number(latin(typed));
    const isFit = Number.isInteger(number) && number >= least && number <= most;
    const isEmpty = typed.trim() === '';
    setBad(isFit || isEmpty ? null : typed);
    if (isEmpty) set({ [name]: undefined });
    else if (isFit) set({ [name]: number });
  };
  return (
    <Field
      label={say(`plan.policy.${name}`)}
      value={bad ?? (value === undefined ? '' : String(value))}
      inputMode="numeric"
      hint={say('plan.policy.default', { value: initial })}
      error={bad === null ? null : say('plan.policy.secondsBad', { least, most })}
      onChange={write}
    />
  );
}

const PERSIAN_ZERO = 0x06f0;

/** Digits as a Persian keyboard has them, as numbers are read from. */
const latin = (typed: string): string =>
  typed.trim().replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - PERSIAN_ZERO));

function Limits({ policy, set }: Part) {
  const say = useDeskWords();
  const limits = policy.limits ?? {};
  return limitKinds.map((kind) => (
    <Select
      key={kind}
      label={say(`plan.limit.${kind}`)}
      value={limits[kind] ?? 'soft'}
      choices={(['soft', 'hard'] as const).map((id) => ({ id, label: say(`plan.limit.${id}`) }))}
      onChange={(limit) => set({ limits: { ...limits, [kind]: limit } })}
    />
  ));
}

function Sight({ policy, set }: Part) {
  const say = useDeskWords();
  const visibility = policy.visibility ?? 'names';
  return (
    <>
      <Select
        label={say('plan.visibility')}
        value={visibility}
        choices={visibilities.map((id) => ({ id, label: say(`plan.visibility.${id}`) }))}
        onChange={(chosen) => set({ visibility: chosen })}
      />
      <p className={styles.soft}>{say(`plan.visibility.${visibility}.means`)}</p>
    </>
  );
}

function Switch({ name, policy, set }: Part & { name: 'chat' | 'upvotes' | 'typedAnswers' }) {
  const say = useDeskWords();
  return (
    <div>
      <Select
        label={say(`plan.${name}`)}
        value={policy[name] === true ? 'on' : 'off'}
        choices={(['on', 'off'] as const).map((id) => ({ id, label: say(`plan.switch.${id}`) }))}
        onChange={(chosen) => set({ [name]: chosen === 'on' })}
      />
      <p className={styles.soft}>{say(`plan.${name}.means`)}</p>
    </div>
  );
}
