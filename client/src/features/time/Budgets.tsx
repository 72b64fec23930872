import type { Id } from '@track2/shared';
import { useState } from 'react';
import { useMeeting, useMeetingNow } from '../../meeting/hooks.ts';
import { useFormats, useLanguage, useText } from '../../text/index.ts';
import { typedLength } from '../../text/typed.ts';
import { pickWords } from '../../text/Words.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Field } from '../../ui/Field.tsx';
import { delegationsOf, delegationTime } from './delegationTime.ts';
import styles from './time.module.css';

/** The speaking time of each delegation: what it has, has used and has left, and the field that sets it. */
export function Budgets() {
  const text = useText();
  const state = useMeeting((meeting) => meeting.state);
  const delegations = delegationsOf(state);
  if (delegations.length === 0) return <p>{text('time.noDelegations')}</p>;
  return (
    <>
      <p className={styles.about}>{text('time.delegationHint')}</p>
      <ul className={styles.budgets}>
        {delegations.map((delegation) => (
          <BudgetRow key={delegation} delegation={delegation} />
        ))}
      </ul>
    </>
  );
}

function BudgetRow({ delegation }: { delegation: Id }) {
  const text = useText();
  const language = useLanguage();
  const { clock } = useFormats();
  const now = useMeetingNow(1000);
  const { state, nameplates } = useMeeting((meeting) => meeting);
  const name = pickWords(nameplates.delegations[delegation] ?? null, language)?.text ?? delegation;
  const { budgetMs, usedMs, leftMs, overMs } = delegationTime(state, delegation, now);
  const [typed, setTyped] = useState(() => (budgetMs === null ? '' : clock(budgetMs)));
  const wanted = typed.trim() === '' ? null : typedLength(typed);
  const bad = typed.trim() !== '' && wanted === null;
  return (
    <li className={styles.budget} data-over={overMs > 0 || undefined}>
      <div className={styles.who}>
        <b>
          <bdi>{name}</bdi>
        </b>
        <span>
          {budgetMs === null
            ? text('time.used', { time: clock(usedMs) })
            : text('time.own', { used: clock(usedMs), budget: clock(budgetMs) })}{' '}
          {budgetMs === null ? null : overMs > 0 ? (
            <em>{text('time.over', { time: clock(overMs) })}</em>
          ) : (
            text('time.left', { time: clock(leftMs) })
          )}
        </span>
      </div>
      <Field
        label={text('time.budget', { name })}
        value={typed}
        dir="ltr"
        error={bad ? text('time.budgetBad') : null}
        onChange={setTyped}
      />
      <CommandButton
        command={{ type: 'floor.setBudget', delegation, budgetMs: bad ? budgetMs : wanted }}
        label={text('time.set')}
        name={text('time.setNamed', { name })}
        size="small"
      />
    </li>
  );
}
