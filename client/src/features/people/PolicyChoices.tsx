import type { Policy } from '@track2/shared';
import type { ReactNode } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './PeoplePanel.module.css';
import { useRosterText } from './useRosterText.ts';

const visibilities = ['names', 'delegations', 'counts'] as const satisfies readonly Policy['visibility'][];
const chats = ['off', 'on'] as const;

/** What the meeting shows of its people and whether members write to each other: it holds for everybody, at once. */
export function PolicyChoices(): ReactNode {
  const text = useRosterText();
  const send = useSend();
  const { visibility, chat } = useMeeting(({ state }) => state.session.policy);
  return (
    <section className={styles.policy} aria-label={text('roster.policy')}>
      <h3>{text('roster.policy')}</h3>
      <Select
        label={text('roster.policy.visibility')}
        value={visibility}
        choices={visibilities.map((id) => ({ id, label: text(`roster.policy.${id}`) }))}
        // useSend says what went wrong
        onChange={(chosen) => void send({ type: 'session.changePolicy', visibility: chosen })}
      />
      <Select
        label={text('roster.policy.chat')}
        value={chat ? 'on' : 'off'}
        choices={chats.map((id) => ({ id, label: text(`roster.policy.chat.${id}`) }))}
        onChange={(chosen) => void send({ type: 'session.changePolicy', chat: chosen === 'on' })}
      />
    </section>
  );
}
