import type { MeetingDocument } from '@track2/shared';
import { useText } from '../text/index.ts';
import { Button } from '../ui/Button.tsx';
import styles from './FileState.module.css';
import { openFile, type PdfFile } from './files.ts';
import { useDocumentName } from './useDocumentName.ts';

type Props = { document: MeetingDocument; file: Exclude<PdfFile, { status: 'open' }> };

/** What stands in the place of a document that is not there: how much has come, or why it did not, with another try. */
export function FileState({ document, file }: Props) {
  const text = useText();
  const name = useDocumentName(document);
  if (file.status === 'coming') {
    const part = Math.round(file.part * 100);
    return (
      <div className={styles.state}>
        <bdi>{name}</bdi>
        <progress className={styles.progress} max={100} value={part} aria-label={text('pdf.coming', { part })} />
        <span>{text('pdf.coming', { part })}</span>
      </div>
    );
  }
  return (
    <div className={styles.state} role="alert">
      <p>{text(`pdf.${file.why}`)}</p>
      <Button onPress={() => openFile(document)}>{text('pdf.tryAgain')}</Button>
    </div>
  );
}
