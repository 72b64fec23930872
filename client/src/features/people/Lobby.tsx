import { type Member, memberById, permissions, seatById } from '@track2/shared';
import { useMeeting, usePerson } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { lobby } from './delegations.ts';
import styles from './PeoplePanel.module.css';

/** Those who wait before the door, for the chair, the moderator and the operator: they admit one by one. */
export function Lobby() {
  const text = useText();
  const waiting = useMeeting(({ state }) => state);
  const mayAdmit = useMeeting(({ state, me }) => {
    const role = seatById(state, memberById(state, me)?.seat ?? '')?.role;
    const { roles } = permissions['roster.admit'];
    return role !== undefined && roles !== 'everyone' && roles.includes(role);
  });
  const guests = lobby(waiting);
  if (!mayAdmit || guests.length === 0) return null;
  return (
    <section className={styles.lobby} aria-labelledby="lobby-title">
      <h3 id="lobby-title">{text('people.lobby')}</h3>
      <ul className={styles.list}>
        {guests.map((guest) => (
          <Guest key={guest.id} guest={guest} />
        ))}
      </ul>
    </section>
  );
}

function Guest({ guest }: { guest: Member }) {
  const text = useText();
  const { name, delegation } = usePerson(guest.id);
  return (
    <li className={styles.person}>
      <p className={styles.name}>
        <bdi>{name}</bdi>
      </p>
      {delegation === null ? null : (
        <p className={styles.office}>
          <Words of={delegation} />
        </p>
      )}
      <div className={styles.state}>
        <CommandButton
          command={{ type: 'roster.admit', member: guest.id }}
          label={text('people.admit')}
          name={text('people.admitNamed', { name })}
        />
      </div>
    </li>
  );
}
