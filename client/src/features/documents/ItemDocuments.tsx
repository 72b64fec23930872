import type { AgendaItem } from '@track2/shared';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { AddDocument } from './AddDocument.tsx';
import { offersAdding } from './access.ts';
import { DocumentRow } from './DocumentRow.tsx';
import styles from './ItemDocuments.module.css';

/** The documents of an item that this person may see, and where another is added. Nothing where there is neither. */
export function ItemDocuments({ item }: { item: AgendaItem }) {
  const text = useText();
  const { state, me } = useMeeting((meeting) => meeting);
  const documents = state.documents.documents.filter((document) => document.item === item.id);
  const adds = offersAdding(state, me, item);
  if (documents.length === 0 && !adds) return null;
  return (
    <div className={styles.documents}>
      {documents.length === 0 ? null : (
        <ul className={styles.list} aria-label={text('documents.label')}>
          {documents.map((document) => (
            <DocumentRow key={document.id} document={document} />
          ))}
        </ul>
      )}
      {adds ? <AddDocument item={item.id} /> : null}
    </div>
  );
}
