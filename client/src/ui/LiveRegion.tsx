import styles from './LiveRegion.module.css';

/** How soon it is read out: when the reader pauses, or at once. */
export type Urgency = 'polite' | 'assertive';

const idOf = (urgency: Urgency): string => `live-${urgency}`;

/** Alternates, so that the same sentence said twice is read twice. */
let flip = false;

/** Has a sentence read out by a screen reader, if there is one. */
export function announce(sentence: string, urgency: Urgency): void {
  const region = document.getElementById(idOf(urgency));
  if (region === null) return;
  flip = !flip;
  region.textContent = flip ? sentence : `${sentence}\u00a0`;
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
