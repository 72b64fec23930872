import { useId, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import styles from './desk.module.css';
import { useDeskWords } from './deskWords.ts';

type Props = {
  name: string | null;
  error: string | null;
  onChoose(file: { name: string; text: string }): void;
};

/** A meeting's file from this computer. What is wrong with it the server says, place by place. */
export function FileChoice({ name, error, onChoose }: Props) {
  const say = useDeskWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [unread, setUnread] = useState(false);
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    try {
      onChoose({ name: file.name, text: await file.text() });
      setUnread(false);
    } catch {
      // The file has gone or may not be read: to be said where it was chosen.
      setUnread(true);
    }
  };
  const wrong = unread ? say('convene.new.fileUnread') : error;
  return (
    <div className={styles.fileChoice}>
      <input
        ref={input}
        id={id}
        className={styles.hidden}
        type="file"
        accept=".json,application/json"
        aria-label={say('convene.new.choose')}
        tabIndex={-1}
        onChange={({ currentTarget }) => void read(currentTarget.files?.[0])}
      />
      <Button onPress={() => input.current?.click()}>{say('convene.new.choose')}</Button>
      <p className={wrong === null ? styles.soft : styles.wrong}>
        {wrong ?? (name === null ? say('convene.new.fileHint') : say('convene.new.fileChosen', { name }))}
      </p>
    </div>
  );
}
