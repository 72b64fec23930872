import type { Member } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { PersonName, useMeeting, usePerson } from '../../meeting/hooks.ts';
import { SeatFrom } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { Count } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { lobby } from '../people/delegations.ts';
import css from './console.module.css';

/** Who waits before the door. All of them came through a personal link and accepted the rule. */
export function LobbyCard(): ReactNode {
  const text = useText();
  const guests = useMeeting(({ state }) => lobby(state));
  return (
    <section className={css.card} aria-labelledby="console-lobby">
      <div className={css.head}>
        <h2 id="console-lobby">{text('chair.lobby')}</h2>
        {guests.length > 0 && <Count value={guests.length} tone="accent" />}
        {guests.length > 1 && (
          <span className={css.push}>
            <AdmitAll guests={guests} />
          </span>
        )}
      </div>
      <div className={css.body}>
        {guests.length === 0 && <p className={css.quiet}>{text('chair.lobby.none')}</p>}
        <ul className={css.list}>
          {guests.map((guest) => (
            <Guest key={guest.id} guest={guest} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function AdmitAll({ guests }: { guests: readonly Member[] }): ReactNode {
  const text = useText();
  const act = useSend();
  const [busy, setBusy] = useState(false);
  const admitAll = async (): Promise<void> => {
    setBusy(true);
    await Promise.all(guests.map((guest) => act({ type: 'roster.admit', member: guest.id })));
    setBusy(false);
  };
  return (
    <Button variant="quiet" size="small" busy={busy} onPress={() => void admitAll()}>
      {text('chair.admitAll')}
    </Button>
  );
}

function Guest({ guest }: { guest: Member }): ReactNode {
  const text = useText();
  const { name } = usePerson(guest.id);
  return (
    <li className={css.guest}>
      <span>
        <b>
          <PersonName member={guest.id} />
        </b>{' '}
        <SeatFrom seat={guest.seat} />
        {guest.kind === 'aide' && <span> ({text('people.aide')})</span>}
        <small>{text('chair.lobby.accepted')}</small>
      </span>
      <CommandButton
        command={{ type: 'roster.admit', member: guest.id }}
        label={text('chair.admit')}
        name={text('chair.admitNamed', { name })}
        size="small"
      />
    </li>
  );
}
