import type { Role } from '@track2/shared';
import { useEntered, useMeeting } from '../../meeting/hooks.ts';
import { useFormats, useLanguage, useText } from '../../text/index.ts';
import { placeOfZone } from '../../text/places.ts';
import { ownTimeZone, sameClock } from '../../text/zones.ts';
import { Icon } from '../../ui/Icon.tsx';
import { DeviceCheck } from './DeviceCheck.tsx';
import { EquipmentCheck } from './EquipmentCheck.tsx';
import { MeetingFrame, PageTitle } from './Frame.tsx';
import { PlaceCard } from './PlaceCard.tsx';
import styles from './parts.module.css';
import { Rule } from './Rule.tsx';
import { RuleGate } from './RuleGate.tsx';

/** Whoever opens the meeting or keeps it running waits for nobody. */
const admittedAtOnce: readonly Role[] = ['chair', 'moderator', 'operator'];

/** Before the lobby: who I am, my devices, and the rule that entering accepts. */
export function EntryPage({ onDecline }: { onDecline(): void }) {
  const text = useText();
  const { you } = useEntered();
  const direct = admittedAtOnce.includes(you.role);
  return (
    <MeetingFrame>
      <main className={styles.grid}>
        <div className={styles.column}>
          <PlaceCard />
          <DeviceCheck />
        </div>
        <div className={styles.column}>
          <section>
            <p className={styles.ruleMark}>
              <Icon name="lock" />
              {text('entry.rule')}
            </p>
            <PageTitle className={styles.ruleTitle}>{text('entry.rule.title')}</PageTitle>
            <Rule />
          </section>
          <RuleGate direct={direct} onDecline={onDecline} />
          <WhatFollows direct={direct} />
          <EquipmentCheck />
        </div>
      </main>
    </MeetingFrame>
  );
}

function WhatFollows({ direct }: { direct: boolean }) {
  const text = useText();
  const language = useLanguage();
  const { time } = useFormats();
  const { startsAt, timeZone } = useEntered().meeting;
  const open = useMeeting(({ state }) => state.session.status === 'open');
  const own = ownTimeZone();
  const there = { time: time(startsAt, timeZone), city: placeOfZone(timeZone, language) };
  const when = sameClock(own, timeZone, [startsAt])
    ? text('entry.opens', there)
    : text('entry.opensOwn', { ...there, own: time(startsAt, own), ownCity: placeOfZone(own, language) });
  return (
    <p className={styles.next}>
      {direct ? null : text('entry.next')} {open ? text('lobby.open') : when}
    </p>
  );
}
