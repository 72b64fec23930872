import { type Id, memberById, type Role, seatById } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useMeeting, usePerson } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './PeoplePanel.module.css';
import { useRosterText } from './useRosterText.ts';

/** What is about to be done about a person, and is asked once more. */
export type PersonAct = { kind: 'remove' | 'role' | 'handOver'; member: Id };

type Props = { member: Id; name: string; onClose(): void };

/** Asks before something is done about a person that others notice at once. */
export function PersonDialog({ act, onClose }: { act: PersonAct; onClose(): void }): ReactNode {
  const text = useRosterText();
  const { name } = usePerson(act.member);
  const Inner = { remove: Remove, role: ChangeRole, handOver: HandOver }[act.kind];
  return (
    <Dialog title={text(`roster.${act.kind}.title`, { name })} onClose={onClose}>
      <Inner member={act.member} name={name} onClose={onClose} />
      <Button onPress={onClose}>{text('roster.cancel')}</Button>
    </Dialog>
  );
}

function Remove({ member, onClose }: Props): ReactNode {
  const text = useRosterText();
  return (
    <>
      <p>{text('roster.remove.body')}</p>
      <ul className={styles.ends}>
        <li>{text('roster.remove.media')}</li>
        <li>{text('roster.remove.link')}</li>
        <li>{text('roster.remove.place')}</li>
      </ul>
      <CommandButton
        command={{ type: 'roster.remove', member }}
        label={text('roster.remove.confirm')}
        variant="danger"
        reason="below"
        onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
      />
    </>
  );
}

/** What a seat may be made: all but the chair, which is handed over, and the convener, who has no seat. */
const givenRoles = [
  'moderator',
  'keynote',
  'discussant',
  'participant',
  'observer',
  'rapporteur',
  'interpreter',
  'operator',
] as const satisfies readonly Role[];
type Given = (typeof givenRoles)[number];

function ChangeRole({ member, onClose }: Props): ReactNode {
  const text = useRosterText();
  const words = useText();
  const seat = useMeeting(({ state }) => seatById(state, memberById(state, member)?.seat ?? ''));
  const [role, setRole] = useState<Given>(() => givenRoles.find((given) => given === seat?.role) ?? 'participant');
  if (seat === undefined) return null;
  return (
    <>
      <p>{text('roster.role.why')}</p>
      <Select<Given>
        label={text('roster.role.choose')}
        value={role}
        choices={givenRoles.map((id) => ({ id, label: words(`role.${id}`) }))}
        onChange={setRole}
      />
      <CommandButton
        command={{ type: 'roster.setRole', seat: seat.id, role }}
        label={text('roster.role.confirm')}
        primary
        reason="below"
        onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
      />
    </>
  );
}

function HandOver({ member, name, onClose }: Props): ReactNode {
  const text = useRosterText();
  const seat = useMeeting(({ state }) => memberById(state, member)?.seat ?? '');
  return (
    <>
      <p>{text('roster.handOver.body', { name })}</p>
      <CommandButton
        command={{ type: 'roster.handOverChair', seat }}
        label={text('roster.handOver.confirm')}
        primary
        reason="below"
        onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
      />
    </>
  );
}
