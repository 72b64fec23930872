import { useText } from '../../text/index.ts';
import { CueSender } from './CueSender.tsx';
import css from './cues.module.css';

/** Cues to whoever speaks, on the console of those who run the meeting. */
export function CueConsole() {
  const text = useText();
  return (
    <section className={css.console} aria-label={text('cues.title')}>
      <div className={css.head}>
        <h2>{text('cues.title')}</h2>
        <span className={css.quiet}>{text('cues.hint')}</span>
      </div>
      <CueSender keys />
    </section>
  );
}
