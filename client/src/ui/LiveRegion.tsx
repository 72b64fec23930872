import styles from './LiveRegion.module.css';

/** How soon it is read out: when the reader pauses, or at once. */
export type Urgency = 'polite' | 'assertive';

const idOf = (urgency: Urgency): string => `live-${urgency}`;

/** For how long polite sentences are gathered, in milliseconds: what a chair moves by steps is told once. */
const GATHER_MS = 900;

/** What waits to be read politely, by what it is about. */
const waiting = new Map<string, () => string | null>();

/** Alternates, so that the same sentence said twice is read twice. */
let flip = false;

function write(sentence: string, urgency: Urgency): void {
  const region = document.getElementById(idOf(urgency));
  if (region === null) return;
  flip = !flip;
  region.textContent = flip ? sentence : `${sentence}\u00a0`;
}

function sayGathered(): void {
  const said = [...waiting.values()].map((say) => say()).filter((sentence) => sentence !== null);
  waiting.clear();
  if (said.length > 0) write(said.join(' '), 'polite');
}

/**
 * Has a sentence read out by a screen reader, if there is one. Polite sentences are gathered for a moment and read
 * together; of those `about` the same thing the last alone, as the others are no longer true.
 */
export function announce(sentence: string, urgency: Urgency, about: string = sentence): void {
  if (urgency === 'polite') {
    announceLater(() => sentence, about);
    return;
  }
  // What waits about the same thing was just overtaken.
  waiting.delete(about);
  write(sentence, urgency);
}

/** The same for a polite sentence that is made when it is read, or is none then. */
export function announceLater(say: () => string | null, about: string): void {
  if (waiting.size === 0) setTimeout(sayGathered, GATHER_MS);
  waiting.delete(about);
  waiting.set(about, say);
}

/** Where announcements are written; stands once, at the top of the page, before anything is announced. */
export function LiveRegion() {
  return (
    // An open dialog hides the rest of the page from screen readers; this must be heard all the same.
    <div className={styles.regions} data-live-announcer="true">
      <output id={idOf('polite')} />
      <div id={idOf('assertive')} role="alert" />
    </div>
  );
}
