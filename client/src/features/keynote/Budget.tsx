import type { AgendaItem } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { Button, Group, Input, Label, NumberField } from 'react-aria-components';
import { useMeeting } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import css from './keynote.module.css';
import { budgetOf } from './keynoteSlot.ts';

const minuteMs = 60_000;

/** The speaking time of a keynote. A running keynote gets the new time at once. */
export function Budget({ item }: { item: AgendaItem }): ReactNode {
  const text = useText();
  const formats = useFormats();
  const budgetMs = useMeeting(({ state }) => budgetOf(state, item));
  const [minutes, setMinutes] = useState(Math.round(budgetMs / minuteMs));
  return (
    <div className={css.row}>
      <NumberField className={css.number ?? ''} value={minutes} onChange={setMinutes} minValue={1} maxValue={1440}>
        <Label className={css.label ?? ''}>
          {text('keynote.budget')} <b>{text('keynote.budget.now', { time: formats.duration(budgetMs) })}</b>
        </Label>
        <Group className={css.stepper ?? ''}>
          <Button slot="decrement">−</Button>
          <Input />
          <Button slot="increment">+</Button>
        </Group>
      </NumberField>
      <CommandButton
        command={{ type: 'keynote.setBudget', item: item.id, budgetMs: (minutes || 1) * minuteMs }}
        label={text('keynote.budget.set')}
      />
    </div>
  );
}
