import { type Id, memberById, type Presence } from '@track2/shared';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import styles from './app.module.css';
import { DoorPage } from './features/lobby/DoorPage.tsx';
import { type Door, type DoorActs, useDoor } from './features/lobby/door.ts';
import { EndedPage } from './features/lobby/EndedPage.tsx';
import { EntryPage } from './features/lobby/EntryPage.tsx';
import { Frame } from './features/lobby/Frame.tsx';
import { LeftPage, LobbyPage, OverPage, TurnedAwayPage } from './features/lobby/LobbyPage.tsx';
import { useLink, useMirrored } from './meeting/hooks.ts';
import { useText } from './text/index.ts';
import { MeetingWords } from './text/TextProvider.tsx';
import { LiveRegion } from './ui/LiveRegion.tsx';
import { Toasts } from './ui/Toasts.tsx';

/** Loaded once the person is let in: who waits in the lobby has no use for it. */
const MeetingPage = lazy(async () => ({ default: (await import('./features/meeting/MeetingPage.tsx')).MeetingPage }));

/** Loaded for conveners: who has a seat has no use for it. */
const ConvenersDesk = lazy(async () => ({
  default: (await import('./features/desk/ConvenersDesk.tsx')).ConvenersDesk,
}));

/** The whole of the page: the door, then what the mirror says of where this person is. */
export function App() {
  const [door, acts] = useDoor();
  return (
    <>
      <LiveRegion />
      <PageAt door={door} acts={acts} />
      <Toasts />
    </>
  );
}

function PageAt({ door, acts }: { door: Door; acts: DoorActs }) {
  switch (door.at) {
    case 'seat':
      return <Seat member={door.member} acts={acts} />;
    case 'convener':
      return (
        <Frame>
          <MeetingWords fallback={<Loading />}>
            <Suspense fallback={<Loading />}>
              <ConvenersDesk />
            </Suspense>
          </MeetingWords>
        </Frame>
      );
    default:
      return <DoorPage door={door} acts={acts} />;
  }
}

/** Where the member is; a lost link leaves it where it was. */
const placeOf = (presence: Presence): Exclude<Presence['status'], 'disconnected'> =>
  presence.status === 'disconnected' ? presence.from : presence.status;

function Seat({ member, acts }: { member: Id; acts: DoorActs }) {
  const link = useLink();
  const place = useMirrored(({ state, me }) => {
    const own = memberById(state, me);
    return own === undefined ? null : placeOf(own.presence);
  });
  const over = useMirrored(({ state }) => state.session.status === 'adjourned');
  if (link.status === 'ended') return <EndedPage reason={link.reason} onBack={() => acts.open({ member })} />;
  // The meeting may tell it before the connection ends.
  if (place === 'removed') return <EndedPage reason="removed" onBack={() => acts.open({ member })} />;
  if (place === null) return <Loading />;
  // Backstage is a place beside the room, with the same page: one sees the meeting, and works for it.
  if (place === 'admitted' || place === 'backstage') {
    return (
      <MeetingWords fallback={<Loading />}>
        <Suspense fallback={<Loading />}>
          <MeetingPage />
        </Suspense>
      </MeetingWords>
    );
  }
  return (
    <>
      {link.status === 'reconnecting' ? <LinkLost /> : null}
      {over === true ? <OverPage /> : <Outside place={place} onDecline={() => acts.decline(member)} />}
    </>
  );
}

function Outside({ place, onDecline }: { place: 'invited' | 'inLobby' | 'left'; onDecline(): void }): ReactNode {
  const [coming, setComing] = useState(false);
  const [waited, setWaited] = useState<'no' | 'yes' | 'gaveUp'>('no');
  if (place === 'inLobby') {
    if (waited === 'no') setWaited('yes');
    return <LobbyPage onLeave={() => setWaited('gaveUp')} />;
  }
  // Who leaves the lobby is outside as well, but by the own press.
  if (waited === 'gaveUp') setWaited('no');
  if (place === 'invited' && waited === 'yes') return <TurnedAwayPage onBack={() => setWaited('no')} />;
  // Who comes back reads the rule again: it may have changed.
  if (place === 'left' && !coming) return <LeftPage onBack={() => setComing(true)} />;
  return <EntryPage onDecline={onDecline} />;
}

function Loading() {
  const text = useText();
  return (
    <main className={styles.loading}>
      <output>{text('app.loading')}</output>
    </main>
  );
}

function LinkLost() {
  const text = useText();
  return (
    <p className={styles.link} role="alert">
      {text('connection.lost')}
    </p>
  );
}
