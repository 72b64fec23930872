import { type DragEvent, useId, useState } from 'react';
import { useText } from '../../text/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './UploadDialog.module.css';

type Props = { file: File | null; onChoose(file: File): void };

/** Where a file is chosen, or dropped. */
export function FileDrop({ file, onChoose }: Props) {
  const text = useText();
  const id = useId();
  const [over, setOver] = useState(false);
  const hold = (event: DragEvent): void => {
    // Without this the browser would open the file in place of the meeting.
    event.preventDefault();
    setOver(true);
  };
  const take = (files: FileList | null): void => {
    const first = files?.[0];
    if (first !== undefined) onChoose(first);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the second way; the input inside is the first
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <Icon name="document" size="large" />
      {file === null ? null : (
        <p className={styles.file}>
          <bdi>{file.name}</bdi>
        </p>
      )}
      <input
        id={id}
        className={styles.input}
        type="file"
        accept="application/pdf,.pdf"
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          // So that the same file, mended, can be chosen again.
          currentTarget.value = '';
        }}
      />
      <label className={styles.choose} htmlFor={id}>
        {text(file === null ? 'documents.choose' : 'documents.chooseOther')}
      </label>
      <span className={styles.words}>{text('documents.drop')}</span>
    </div>
  );
}
