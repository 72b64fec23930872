import type { MeetingDocument } from '@track2/shared';
import { Suspense, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { SeatName } from '../../meeting/SeatName.tsx';
import { useDocumentName } from '../../pdf/useDocumentName.ts';
import { useFormats, useText } from '../../text/index.ts';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { later } from '../../ui/later.ts';
import { mayRemove, offersPresenting, unshownFor } from './access.ts';
import styles from './ItemDocuments.module.css';
import { RemoveDialog } from './RemoveDialog.tsx';
import { useDownload } from './useDownload.ts';

/** Loaded when somebody opens a document: a list of names needs none of it. */
const DocumentDialog = later(async () => (await import('./DocumentDialog.tsx')).DocumentDialog);

type Props = { document: MeetingDocument };

/** One document: what it is, who sees it, and what can be done with it. */
export function DocumentRow({ document }: Props) {
  const text = useText();
  const name = useDocumentName(document);
  const [open, setOpen] = useState<'reading' | 'removing' | null>(null);
  const { state, me } = useMeeting((meeting) => meeting);
  const unshown = unshownFor(state, me, document);
  const onStage = state.slides.shown?.document === document.id;
  return (
    <li className={styles.row}>
      <Icon name="document" size="small" />
      <div className={styles.title}>
        <button
          type="button"
          className={styles.name}
          aria-label={text('documents.open', { name })}
          onClick={() => setOpen('reading')}
        >
          <bdi>{name}</bdi>
        </button>
      </div>
      <div className={styles.acts}>
        {!onStage && offersPresenting(state, me, document) ? (
          <CommandButton
            size="small"
            command={{ type: 'slides.present', document: document.id }}
            label={text('documents.present')}
            name={text('documents.presentName', { name })}
          />
        ) : null}
        <More document={document} name={name} onRemove={() => setOpen('removing')} />
      </div>
      <div className={styles.about}>
        <Measures document={document} />
        {unshown === null ? null : <p>{text(`documents.unshown.${unshown}`)}</p>}
        {onStage ? <Badge tone="accent">{text('documents.shownNow')}</Badge> : null}
      </div>
      {open === 'reading' ? (
        <Suspense fallback={null}>
          <DocumentDialog document={document} onClose={() => setOpen(null)} />
        </Suspense>
      ) : null}
      {open === 'removing' ? <RemoveDialog document={document} onClose={() => setOpen(null)} /> : null}
    </li>
  );
}

const BYTES_IN_KB = 1000;
const BYTES_IN_MB = 1_000_000;

/** How long, how large, and from whom. */
function Measures({ document: { pages, bytes, seat } }: Props) {
  const text = useText();
  const { number } = useFormats();
  const size =
    bytes < BYTES_IN_MB
      ? text('documents.kilobytes', { size: number(Math.ceil(bytes / BYTES_IN_KB)) })
      : text('documents.megabytes', { size: number(Math.round((bytes / BYTES_IN_MB) * 10) / 10) });
  return (
    <p>
      {text('documents.pages', { pages })} · {size} · <SeatName seat={seat} />
    </p>
  );
}

function More({ document, name, onRemove }: Props & { name: string; onRemove(): void }) {
  const text = useText();
  const download = useDownload(document);
  const removes = useMeeting(({ state, me }) => mayRemove(state, me, document));
  if (!removes)
    return (
      <IconButton icon="download" label={text('documents.downloadName', { name })} size="small" onPress={download} />
    );
  const entries = [
    { id: 'download', label: text('documents.download'), onAction: download },
    { id: 'remove', label: text('documents.remove'), onAction: onRemove },
  ];
  return <ActionMenu icon="more" label={text('documents.more', { name })} sections={[{ title: null, entries }]} />;
}
