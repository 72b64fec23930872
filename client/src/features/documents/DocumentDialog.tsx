import type { MeetingDocument } from '@track2/shared';
import { useRef, useState } from 'react';
import { FileState } from '../../pdf/FileState.tsx';
import { useFile } from '../../pdf/files.ts';
import { Pager } from '../../pdf/Pager.tsx';
import { PdfPage } from '../../pdf/PdfPage.tsx';
import { useDocumentName } from '../../pdf/useDocumentName.ts';
import { usePageKeys } from '../../pdf/usePageKeys.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './DocumentDialog.module.css';
import { useDownload } from './useDownload.ts';

type Props = { document: MeetingDocument; onClose: () => void };

/** A document to read in front of the page: for oneself, and nobody else's page turns. */
export function DocumentDialog({ document, onClose }: Props) {
  const text = useText();
  const name = useDocumentName(document);
  return (
    <Dialog title={text('documents.reading', { name })} size="wide" onClose={onClose}>
      <Reading document={document} />
    </Dialog>
  );
}

function Reading({ document }: { document: MeetingDocument }) {
  const text = useText();
  const whole = useRef<HTMLDivElement>(null);
  const [page, turnTo] = useState(1);
  const file = useFile(document);
  const download = useDownload(document);
  const { pages } = document;
  usePageKeys(whole, { page, pages, turnTo, reach: 'within' });
  return (
    <div ref={whole} className={styles.reading}>
      <div className={styles.page}>
        {file.status === 'open' ? (
          <PdfPage pdf={file.pdf} page={page} pages={pages} label={text('pdf.page', { page, pages })} />
        ) : (
          <FileState document={document} file={file} />
        )}
      </div>
      <div className={styles.bar}>
        <Pager page={page} pages={pages} turnTo={turnTo} />
        <Button size="small" onPress={download}>
          <Icon name="download" size="small" />
          {text('documents.download')}
        </Button>
      </div>
    </div>
  );
}
