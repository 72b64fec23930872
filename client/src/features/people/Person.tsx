import { holderOf, type MeetingState, type Member, type Seat } from '@track2/shared';
import { useMeeting, usePerson } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import styles from './PeoplePanel.module.css';

/** Roles that a seat at the table has anyway need no badge. */
const plainRoles = ['participant', 'discussant'];

type Props = { member: Member; seat: Seat };

/** One person: name, office, role, and in words where the person is. */
export function Person({ member, seat }: Props) {
  const text = useText();
  const { name, office } = usePerson(member.id);
  const mine = useMeeting(({ me }) => me === member.id);
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
      <div className={styles.state}>
        {floor === 'speaking' ? <Badge tone="live">{text('people.floor.speaking')}</Badge> : null}
        {floor === 'called' ? <Badge tone="accent">{text('people.floor.called')}</Badge> : null}
        {plainRoles.includes(seat.role) ? null : <Badge tone="plain">{text(`role.${seat.role}`)}</Badge>}
        {member.kind === 'aide' ? <Badge tone="plain">{text('people.aide')}</Badge> : null}
        <span className={styles.presence}>{text(`people.presence.${status}`)}</span>
      </div>
    </li>
  );
}

function floorOf(state: MeetingState, member: Member): 'speaking' | 'called' | null {
  const turn = state.floor.turns.find((each) => each.seat === member.seat);
  if (turn === undefined) return null;
  if (turn.status.kind === 'called') return 'called';
  return turn.status.kind !== 'suspended' && holderOf(turn) === member.id ? 'speaking' : null;
}
