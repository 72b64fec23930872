import type { Id } from '@track2/shared';
import { useMeeting } from '../../meeting/hooks.ts';
import { useLanguage, useText } from '../../text/index.ts';
import { pickWords } from '../../text/Words.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { itemsToAddTo } from './access.ts';
import styles from './ItemDocuments.module.css';
import { askForDocument, isUnderWay, useUploading } from './uploadStore.ts';

/** Opens the window in which a document is added, to that item or to one of choice (null); says how far one is. */
export function AddDocument({ item }: { item: Id | null }) {
  const text = useText();
  const language = useLanguage();
  const upload = useUploading(({ upload: now }) => now);
  const title = useMeeting(({ state }) => state.agenda.items.find(({ id }) => id === item)?.title ?? null);
  const name = pickWords(title, language)?.text;
  const here = isUnderWay(upload) && (item === null || upload?.item === item) ? upload : null;
  const words =
    here?.state.step === 'sending'
      ? text('documents.sending', { part: Math.floor(here.state.part * 100) })
      : text(here === null ? 'documents.add' : 'documents.checking');
  return (
    <Button
      variant="quiet"
      size="small"
      name={here === null && name !== undefined ? text('documents.addTo', { item: name }) : undefined}
      onPress={() => askForDocument(here?.item ?? item)}
    >
      <Icon name={here === null ? 'plus' : 'document'} size="small" />
      {words}
    </Button>
  );
}

/** Adding a document to an item of one's choice, for those who may. */
export function AddAnyDocument() {
  const may = useMeeting(({ state, me }) => itemsToAddTo(state, me).length > 0);
  if (!may) return null;
  return (
    <div className={styles.foot}>
      <AddDocument item={null} />
    </div>
  );
}
