import { type ReactNode, Suspense } from 'react';
import { later } from '../../ui/later.ts';
import { closeDialog, useOpenDialog } from './dialogStore.ts';

const QuestionDialog = later(async () => (await import('./QuestionDialog.tsx')).QuestionDialog);
const QuestionOrder = later(async () => (await import('./QuestionOrder.tsx')).QuestionOrder);

/** The window about a question that is open, if there is one. Stands once on a page. */
export function QuestionDialogs(): ReactNode {
  const open = useOpenDialog();
  if (open === null) return null;
  return (
    <Suspense fallback={null}>
      {open.kind === 'order' ? (
        <QuestionOrder round={open.round} onClose={closeDialog} />
      ) : (
        <QuestionDialog key={`${open.kind} ${open.question}`} task={open} onClose={closeDialog} />
      )}
    </Suspense>
  );
}
