import { holderOf, type MeetingState, type Member, type Seat } from '@track2/shared';
import type { ReactNode } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { openLines } from '../../lines/linesStore.ts';
import { useManaging, useMeeting, usePerson } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { ActionMenu, type MenuEntry } from '../../ui/ActionMenu.tsx';
import { Badge } from '../../ui/Badge.tsx';
import styles from './PeoplePanel.module.css';
import type { PersonAct } from './PersonDialogs.tsx';
import { actsOn } from './personActs.ts';
import { useRosterText } from './useRosterText.ts';

/** Roles that a seat at the table has anyway need no badge. */
const plainRoles = ['participant', 'discussant'];

type Props = { member: Member; seat: Seat; onAct: (act: PersonAct) => void };

/** One person: name, office, role, in words where the person is and with whom, and what may be done about it. */
export function Person({ member, seat, onAct }: Props) {
  const text = useText();
  const { name, office } = usePerson(member.id);
  const mine = useMeeting(({ me }) => me === member.id);
  const managing = useManaging();
  const floor = useMeeting(({ state }) => floorOf(state, member));
  const { presence } = member;
  const status = presence.status === 'backstage' && presence.called ? 'called' : presence.status;
  return (
    <li className={styles.person} data-here={status === 'admitted'}>
      <p className={styles.name}>
        <bdi>{name}</bdi>
        {mine ? <span> ({text('people.you')})</span> : null}
      </p>
      {office === null ? null : (
        <p className={styles.office}>
          <bdi>{office}</bdi>
        </p>
      )}
      <Declared member={member} />
      <div className={styles.state}>
        {floor === 'speaking' ? <Badge tone="live">{text('people.floor.speaking')}</Badge> : null}
        {floor === 'called' ? <Badge tone="accent">{text('people.floor.called')}</Badge> : null}
        {plainRoles.includes(seat.role) ? null : <Badge tone="plain">{text(`role.${seat.role}`)}</Badge>}
        {member.kind === 'aide' ? <Badge tone="plain">{text('people.aide')}</Badge> : null}
        <span className={styles.presence}>{text(`people.presence.${status}`)}</span>
        {managing && !mine && status !== 'removed' ? <Acts member={member} name={name} onAct={onAct} /> : null}
      </div>
    </li>
  );
}

/** Who else is in the person's own room, and that the rule was declined: what the person has said. */
function Declared({ member: { company, door } }: { member: Member }): ReactNode {
  const text = useRosterText();
  if (door.ruleDeclined !== null) return <p className={styles.office}>{text('roster.declined')}</p>;
  if (company === null) return null;
  return (
    <p className={styles.office}>
      {company.kind === 'alone'
        ? text('roster.company.alone')
        : 'text' in company.by
          ? text('roster.company.accompanied', { by: company.by.text })
          : text('roster.company.purged')}
    </p>
  );
}

function Acts({ member, name, onAct }: { member: Member; name: string; onAct: Props['onAct'] }): ReactNode {
  const text = useRosterText();
  const send = useSend();
  const acts = useMeeting(({ state, me }) => actsOn(state, me, member).join(' '));
  const entries: Readonly<Record<string, MenuEntry>> = {
    write: { id: 'write', label: text('roster.write'), onAction: () => openLines({ kind: 'line', of: member.id }) },
    allowDevice: {
      id: 'allowDevice',
      label: text('roster.allowDevice'),
      onAction: () => void send({ type: 'roster.allowDevice', member: member.id }), // useSend says what went wrong
    },
    role: { id: 'role', label: text('roster.role'), onAction: () => onAct({ kind: 'role', member: member.id }) },
    handOver: {
      id: 'handOver',
      label: text('roster.handOver'),
      onAction: () => onAct({ kind: 'handOver', member: member.id }),
    },
    remove: {
      id: 'remove',
      label: text('roster.remove'),
      onAction: () => onAct({ kind: 'remove', member: member.id }),
    },
  };
  return (
    <ActionMenu
      icon="more"
      label={text('roster.more', { name })}
      sections={[{ title: null, entries: acts.split(' ').flatMap((act) => entries[act] ?? []) }]}
    />
  );
}

function floorOf(state: MeetingState, member: Member): 'speaking' | 'called' | null {
  const turn = state.floor.turns.find((each) => each.seat === member.seat);
  if (turn === undefined) return null;
  if (turn.status.kind === 'called') return 'called';
  return turn.status.kind !== 'suspended' && holderOf(turn) === member.id ? 'speaking' : null;
}
