import type { Id } from '@track2/shared';
import { useState } from 'react';
import { useMeeting, useMeetingNow } from '../../meeting/hooks.ts';
import { useFormats, useLanguage, useText } from '../../text/index.ts';
import { typedLength } from '../../text/typed.ts';
import { pickWords } from '../../text/Words.tsx';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Field } from '../../ui/Field.tsx';
import { delegationsOf, delegationTime } from './delegationTime.ts';
import { ShareOut } from './ShareOut.tsx';
import styles from './time.module.css';

const minuteMs = 60_000;
const topUps = [1, 5] as const;

/** The speaking time of each delegation: what it has, has used and has left; set, topped up or shared out. */
export function Budgets() {
  const text = useText();
  const language = useLanguage();
  const { state, nameplates } = useMeeting((meeting) => meeting);
  const [sharing, setSharing] = useState<Id | null>(null);
  const delegations = delegationsOf(state);
  const nameOf = (id: Id): string => pickWords(nameplates.delegations[id] ?? null, language)?.text ?? id;
  if (delegations.length === 0) return <p>{text('time.noDelegations')}</p>;
  return (
    <>
      <p className={styles.about}>{text('time.delegationHint')}</p>
      <ul className={styles.budgets}>
        {delegations.map((delegation) => (
          <li key={delegation} className={styles.budget}>
            <BudgetRow delegation={delegation} name={nameOf(delegation)} onShare={() => setSharing(delegation)} />
            {sharing === delegation && <ShareOut from={delegation} nameOf={nameOf} onClose={() => setSharing(null)} />}
          </li>
        ))}
      </ul>
    </>
  );
}

type RowProps = { delegation: Id; name: string; onShare(): void };

function BudgetRow({ delegation, name, onShare }: RowProps) {
  const text = useText();
  const { clock } = useFormats();
  const budgetMs = useMeeting(({ state }) => delegationTime(state, delegation, 0).budgetMs);
  const written = budgetMs === null ? '' : clock(budgetMs);
  // What was typed counts as long as the time stands that it was typed over.
  const [draft, setDraft] = useState({ over: written, typed: written });
  const typed = draft.over === written ? draft.typed : written;
  const wanted = typed.trim() === '' ? null : typedLength(typed);
  const bad = typed.trim() !== '' && wanted === null;
  return (
    <>
      <Spoken delegation={delegation} name={name} />
      <Field
        label={text('time.budget', { name })}
        value={typed}
        dir="ltr"
        error={bad ? text('time.budgetBad') : null}
        onChange={(value) => setDraft({ over: written, typed: value })}
      />
      <CommandButton
        command={{ type: 'floor.setBudget', delegation, budgetMs: bad ? budgetMs : wanted }}
        label={text('time.set')}
        name={text('time.setNamed', { name })}
        size="small"
      />
      {budgetMs !== null && (
        <div className={styles.more}>
          {topUps.map((minutes) => (
            <CommandButton
              key={minutes}
              command={{ type: 'floor.topUp', delegation, byMs: minutes * minuteMs }}
              label={text('time.topUp', { minutes })}
              name={text('time.topUpNamed', { minutes, name })}
              size="small"
            />
          ))}
          <Button size="small" name={text('time.share.title', { name })} onPress={onShare}>
            {text('time.share')}
          </Button>
        </div>
      )}
    </>
  );
}

function Spoken({ delegation, name }: { delegation: Id; name: string }) {
  const text = useText();
  const { clock } = useFormats();
  const now = useMeetingNow(1000);
  const state = useMeeting((meeting) => meeting.state);
  const { budgetMs, usedMs, leftMs, overMs } = delegationTime(state, delegation, now);
  return (
    <div className={styles.who} data-over={overMs > 0 || undefined}>
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
  );
}
