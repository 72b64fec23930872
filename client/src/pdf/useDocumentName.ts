import type { MeetingDocument } from '@track2/shared';
import { useText } from '../text/index.ts';

/** The name of a document as it was uploaded. */
export function useDocumentName(document: Pick<MeetingDocument, 'name'>): string {
  const text = useText();
  return 'text' in document.name ? document.name.text : text('pdf.unnamed');
}
