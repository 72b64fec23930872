import { useEntered } from '../../meeting/hooks.ts';
import { useLanguage, useText } from '../../text/index.ts';
import { pickWords } from '../../text/Words.tsx';
import styles from './parts.module.css';

/** The rule of the meeting as its convener worded it, in the person's language where it exists. */
export function Rule() {
  const text = useText();
  const rule = pickWords(useEntered().meeting.rule.text, useLanguage());
  return (
    <>
      {rule === null ? null : (
        <p className={styles.rule} lang={rule.lang} dir={rule.dir}>
          {rule.text}
        </p>
      )}
      <ul className={styles.more}>
        <li>{text('entry.rule.parts')}</li>
        <li>{text('entry.rule.noRecording')}</li>
      </ul>
    </>
  );
}
