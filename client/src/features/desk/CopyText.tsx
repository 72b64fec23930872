import { useId, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import field from '../../ui/Field.module.css';
import { useDeskWords } from './deskWords.ts';
import styles from './handOut.module.css';

type Props = { label: string; copy: string; words: string; multiline?: boolean };

/** Words to take elsewhere: to be marked, or copied at a press. */
export function CopyText({ label, copy, words, multiline = false }: Props) {
  const say = useDeskWords();
  const id = useId();
  const [copied, setCopied] = useState<'copied' | 'notCopied' | null>(null);
  const take = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(words);
      setCopied('copied');
    } catch {
      // The browser withholds the clipboard: it can still be done by hand.
      setCopied('notCopied');
    }
  };
  return (
    <div className={styles.copy}>
      <label className={field.label} htmlFor={id}>
        {label}
      </label>
      {multiline ? (
        <textarea id={id} className={field.input} readOnly rows={7} dir="auto" value={words} />
      ) : (
        <input id={id} className={field.input} readOnly dir="ltr" value={words} />
      )}
      <div className={styles.copyActs}>
        <Button size="small" onPress={() => void take()}>
          {copy}
        </Button>
        <output>{copied === null ? null : say(`invite.hand.${copied}`)}</output>
      </div>
    </div>
  );
}
