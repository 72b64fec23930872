import { isDoubtful, type Member } from '@track2/shared';
import { type ReactNode, useId } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { PersonName } from '../../meeting/PersonName.tsx';
import { Badge, Count } from '../../ui/Badge.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ScrollFrame } from '../../ui/ScrollFrame.tsx';
import css from './door.module.css';
import { Elsewhere } from './Elsewhere.tsx';
import { Guest } from './Guest.tsx';
import { useDoorText } from './useDoorText.ts';
import { admitAllCommand, clearOf, declinedRule, waitingAtDoor } from './waiting.ts';

/** All who wait with what is known of each, letting them in, and locking the meeting. */
export function AtDoor({ look }: { look: 'card' | 'panel' }): ReactNode {
  const text = useDoorText();
  const id = useId();
  const managing = useManaging();
  const state = useMeeting((meeting) => meeting.state);
  const guests = waitingAtDoor(state);
  const [first] = clearOf(guests);
  return (
    <section className={css.door} data-look={look} aria-labelledby={id}>
      <div className={css.head}>
        <h2 id={id}>{text('atDoor.title')}</h2>
        {guests.length > 0 && <Count value={guests.length} tone="accent" />}
        {state.roster.locked && (
          <Badge tone="conf">
            <Icon name="lock" size="small" />
            {text('atDoor.locked')}
          </Badge>
        )}
        {guests.length > 1 && <AdmitAll guests={guests} />}
      </div>
      {guests.length === 0 ? (
        <p className={css.quiet}>{text('atDoor.none')}</p>
      ) : (
        <ScrollFrame className={css.guests} labelledBy={id}>
          <ul className={css.list}>
            {guests.map((guest) => (
              <Guest key={guest.id} guest={guest} keyed={guest.id === first?.id} />
            ))}
          </ul>
        </ScrollFrame>
      )}
      <Elsewhere />
      <Declined members={declinedRule(state)} />
      {managing && <Lock locked={state.roster.locked} />}
    </section>
  );
}

function AdmitAll({ guests }: { guests: readonly Member[] }): ReactNode {
  const text = useDoorText();
  const command = admitAllCommand(guests);
  const doubtful = guests.filter(isDoubtful).length;
  const count = guests.length - doubtful;
  return (
    <>
      {command !== null && (
        <span className={css.push}>
          <CommandButton
            command={command}
            label={text(doubtful === 0 ? 'atDoor.admitAll' : 'atDoor.admitOthers', { count })}
            variant="quiet"
            size="small"
          />
        </span>
      )}
      {doubtful > 0 && <p className={css.leftOut}>{text('atDoor.leftOut', { count: doubtful })}</p>}
    </>
  );
}

function Declined({ members }: { members: readonly Member[] }): ReactNode {
  const text = useDoorText();
  if (members.length === 0) return null;
  return (
    <div className={css.declined}>
      <h3>{text('atDoor.declined')}</h3>
      <ul className={css.list}>
        {members.map(({ id }) => (
          <li key={id}>
            <PersonName member={id} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Lock({ locked }: { locked: boolean }): ReactNode {
  const text = useDoorText();
  return (
    <div className={css.lock}>
      <CommandButton
        command={{ type: locked ? 'roster.unlock' : 'roster.lock' }}
        label={text(locked ? 'atDoor.unlock' : 'atDoor.lock')}
        icon="lock"
        size="small"
      />
      {locked && <p className={css.quiet}>{text('atDoor.lock.why')}</p>}
    </div>
  );
}
