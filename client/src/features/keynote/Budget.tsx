import type { AgendaItem } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { typedMinutes } from '../../text/typed.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Field } from '../../ui/Field.tsx';
import css from './keynote.module.css';
import { budgetOf } from './keynoteSlot.ts';

const minuteMs = 60_000;

/** The speaking time of a keynote. A running keynote gets the new time at once. */
export function Budget({ item }: { item: AgendaItem }): ReactNode {
  const text = useText();
  const formats = useFormats();
  const budgetMs = useMeeting(({ state }) => budgetOf(state, item));
  const [typed, setTyped] = useState(() => formats.number(Math.round(budgetMs / minuteMs)));
  const wanted = typedMinutes(typed);
  const bad = wanted === null || wanted < minuteMs;
  return (
    <div className={css.row}>
      <div className={css.number}>
        <Field
          label={`${text('keynote.budget')} ${text('keynote.budget.now', { time: formats.duration(budgetMs) })}`}
          value={typed}
          inputMode="numeric"
          error={bad ? text('keynote.budget.bad') : null}
          onChange={setTyped}
        />
      </div>
      <CommandButton
        command={{ type: 'keynote.setBudget', item: item.id, budgetMs: bad ? budgetMs : wanted }}
        label={text('keynote.budget.set')}
      />
    </div>
  );
}
