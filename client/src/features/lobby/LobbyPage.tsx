import { isDoubtful, memberById } from '@track2/shared';
import { LinesWindow } from '../../lines/Lines.tsx';
import { openLines, useLinesStore } from '../../lines/linesStore.ts';
import { unreadIn } from '../../lines/unread.ts';
import { useEntered, useMeeting } from '../../meeting/hooks.ts';
import { useFormats, useLanguage, useText } from '../../text/index.ts';
import { placeOfZone } from '../../text/places.ts';
import { ownTimeZone, sameClock } from '../../text/zones.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { DeviceCheck } from './DeviceCheck.tsx';
import { EquipmentCheck } from './EquipmentCheck.tsx';
import { MeetingFrame, Message, PageTitle } from './Frame.tsx';
import { PlaceCard } from './PlaceCard.tsx';
import styles from './parts.module.css';
import { Rule } from './Rule.tsx';
import { SendButton } from './SendButton.tsx';

/** The lobby: who waits here is told for whom and for what, and may go on trying the devices. */
export function LobbyPage({ onLeave }: { onLeave(): void }) {
  const text = useText();
  return (
    <MeetingFrame>
      <main className={styles.grid}>
        <div className={`${styles.column} ${styles.second}`}>
          <section className={styles.wait}>
            <PageTitle>{text('lobby.title')}</PageTitle>
            <p>{text('lobby.wait')}</p>
            <When />
            <p data-quiet="">{text('lobby.waitHint')}</p>
            <Doubt />
            <OrganisersLine />
          </section>
          <section>
            <p className={styles.ruleMark}>
              <Icon name="lock" />
              {text('lobby.accepted')}
            </p>
            <Rule />
          </section>
          <div>
            <SendButton command={{ type: 'roster.leave' }} label={text('lobby.leave')} onSend={onLeave} />
          </div>
        </div>
        <div className={`${styles.column} ${styles.first}`}>
          <PlaceCard />
          <DeviceCheck />
        </div>
        <div className={`${styles.column} ${styles.third}`}>
          <EquipmentCheck />
        </div>
      </main>
    </MeetingFrame>
  );
}

/** Tells the person what those at the door see of a link that was opened elsewhere. */
function Doubt() {
  const text = useText();
  const doubtful = useMeeting(({ state, me }) => {
    const own = memberById(state, me);
    return own !== undefined && isDoubtful(own);
  });
  if (!doubtful) return null;
  return (
    <Notice tone="warn" spoken="polite">
      {text('lobby.doubtful')}
    </Notice>
  );
}

/** Writing to the organisers from the lobby, and what they have asked here and is not read yet. */
function OrganisersLine() {
  const text = useText();
  const read = useLinesStore((store) => store.read);
  const asked = useMeeting(({ state, me }) => unreadIn(state.lines.lines, me, read).at(-1)?.text);
  return (
    <>
      {asked === undefined ? null : (
        <Notice tone="accent" spoken="assertive">
          <p>{text('lobby.message')}</p>
          {'text' in asked ? (
            <p dir="auto">
              <bdi>{asked.text}</bdi>
            </p>
          ) : null}
        </Notice>
      )}
      <div>
        <Button onPress={() => openLines({ kind: 'line', of: null })}>
          {text(asked === undefined ? 'lobby.write' : 'lobby.answer')}
        </Button>
      </div>
      <LinesWindow />
    </>
  );
}

function When() {
  const text = useText();
  const language = useLanguage();
  const { date, time } = useFormats();
  const { startsAt, timeZone } = useEntered().meeting;
  const open = useMeeting(({ state }) => state.session.status === 'open');
  if (open) return <p>{text('lobby.open')}</p>;
  const own = ownTimeZone();
  const there = {
    date: date(startsAt, timeZone),
    time: time(startsAt, timeZone),
    city: placeOfZone(timeZone, language),
  };
  return (
    <p>
      {text('lobby.start', there)}{' '}
      {sameClock(own, timeZone, [startsAt])
        ? null
        : text('lobby.startOwn', { time: time(startsAt, own), city: placeOfZone(own, language) })}
    </p>
  );
}

/** For who comes, or comes back, after the end, or to a meeting that was cancelled. */
export function OverPage() {
  const text = useText();
  const cancelled = useMeeting(({ state }) => state.session.opened === null);
  return (
    <MeetingFrame>
      <Message title={text(cancelled ? 'lobby.cancelled' : 'lobby.over')}>
        <p>{text(cancelled ? 'lobby.cancelledHint' : 'lobby.overHint')}</p>
      </Message>
    </MeetingFrame>
  );
}

/** For who has left: the seat is kept. */
export function LeftPage({ onBack }: { onBack(): void }) {
  const text = useText();
  return (
    <MeetingFrame>
      <Message title={text('entry.left.title')}>
        <p>{text('entry.left.text')}</p>
        <Button variant="primary" onPress={onBack}>
          {text('entry.back')}
        </Button>
      </Message>
    </MeetingFrame>
  );
}

/** For who was turned away in the lobby: the seat is kept, and asking again is open. */
export function TurnedAwayPage({ onBack }: { onBack(): void }) {
  const text = useText();
  return (
    <MeetingFrame>
      <Message title={text('lobby.turnedAway.title')}>
        <p role="alert">{text('lobby.turnedAway.text')}</p>
        <Button variant="primary" onPress={onBack}>
          {text('lobby.turnedAway.again')}
        </Button>
      </Message>
    </MeetingFrame>
  );
}
