import { type ReactNode, useEffect, useRef } from 'react';
import { useEntered, useWallNow } from '../../meeting/hooks.ts';
import { useFormats, useLanguage, useText } from '../../text/index.ts';
import { placeOfZone } from '../../text/places.ts';
import { Words } from '../../text/Words.tsx';
import { ownTimeZone, sameClock } from '../../text/zones.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Settings } from '../../ui/Settings.tsx';
import { chooseLanguage } from '../../ui/uiStore.ts';
import styles from './Frame.module.css';

/** The frame of every page before the meeting: the bar on top, with the choices of this browser, and the page. */
export function Frame({ title, children }: { title?: ReactNode; children: ReactNode }) {
  const text = useText();
  return (
    <div className={styles.page}>
      <header className={styles.topbar}>
        <span className={styles.sign}>
          <Icon name="mark" size="large" />
        </span>
        {title ?? (
          <div className={styles.title}>
            <p className={styles.name}>{text('app.name')}</p>
          </div>
        )}
        <OtherLanguage />
        <Settings />
      </header>
      {children}
    </div>
  );
}

/** One press to the other language, named so that whoever needs it can read it. */
function OtherLanguage() {
  const text = useText();
  const language = useLanguage();
  const other = language === 'en' ? 'fa' : 'en';
  return (
    <Button size="small" onPress={() => chooseLanguage(other)}>
      <Icon name="globe" size="small" />
      {text(`common.language.${other}`)}
    </Button>
  );
}

/** The frame once it is known which meeting this is: its title, its hosts and the time here and there. */
export function MeetingFrame({ children }: { children: ReactNode }) {
  const { meeting } = useEntered();
  return (
    <Frame
      title={
        <>
          <div className={styles.title}>
            <p className={styles.name}>
              <Words of={meeting.title} />
            </p>
            <p className={styles.hosts}>
              <Words of={meeting.hosts} />
            </p>
          </div>
          <Clocks timeZone={meeting.timeZone} />
        </>
      }
    >
      {children}
    </Frame>
  );
}

function Clocks({ timeZone }: { timeZone: string }) {
  const language = useLanguage();
  const { time } = useFormats();
  const wall = useWallNow(5000);
  const own = ownTimeZone();
  const zones = sameClock(own, timeZone, [wall]) ? [timeZone] : [own, timeZone];
  return (
    <div className={styles.times}>
      {zones.map((zone) => (
        <span key={zone}>
          <b>{time(wall, zone)}</b> {placeOfZone(zone, language)}
        </span>
      ))}
    </div>
  );
}

/** A page that says one thing: a title, some sentences, at most one way on. */
export function Message({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={styles.centre}>
      <div className={styles.card}>
        <PageTitle>{title}</PageTitle>
        {children}
      </div>
    </main>
  );
}

/** The title of a page. It takes the focus when the press that led here took its own button away. */
export function PageTitle({ children, className }: { children: ReactNode; className?: string | undefined }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) title.current?.focus();
  }, []);
  return (
    <h1 ref={title} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}
