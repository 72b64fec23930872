import type { Id } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useMeeting, useMeetingNow } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { shareCommand, shareOfRest, takersOf } from './sharing.ts';
import styles from './time.module.css';

type Props = { from: Id; nameOf(delegation: Id): string; onClose(): void };

/** Shares out what a delegation has left: who gets some of it, and how much that is for each. */
export function ShareOut({ from, nameOf, onClose }: Props): ReactNode {
  const text = useText();
  const { clock } = useFormats();
  const now = useMeetingNow(1000);
  const state = useMeeting((meeting) => meeting.state);
  const [to, setTo] = useState<ReadonlySet<Id>>(new Set());
  const takers = takersOf(state, from);
  const command = shareCommand(from, to);
  const toggle = (id: Id): void =>
    setTo((chosen) =>
      chosen.has(id) ? new Set([...chosen].filter((other) => other !== id)) : new Set([...chosen, id]),
    );
  return (
    <fieldset className={styles.share}>
      <legend>{text('time.share.title', { name: nameOf(from) })}</legend>
      {takers.length === 0 && <p>{text('time.share.nobody')}</p>}
      {takers.map((id) => (
        <label key={id}>
          <input type="checkbox" checked={to.has(id)} onChange={() => toggle(id)} />
          <bdi>{nameOf(id)}</bdi>
        </label>
      ))}
      <div className={styles.buttons}>
        {command === null ? (
          <Button size="small" refusal={text('time.share.choose')}>
            {text('time.share')}
          </Button>
        ) : (
          <CommandButton
            command={command}
            label={text('time.share.each', { time: clock(shareOfRest(state, from, { takers: to.size, now })) })}
            variant="primary"
            size="small"
            onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
          />
        )}
        <Button size="small" onPress={onClose}>
          {text('agenda.form.cancel')}
        </Button>
      </div>
    </fieldset>
  );
}
