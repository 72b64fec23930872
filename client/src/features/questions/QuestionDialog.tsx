import { questionById } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import type { QuestionTask } from './dialogStore.ts';
import { EditDialog } from './EditDialog.tsx';
import { LabelsDialog } from './LabelsDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { WriteDialog } from './WriteDialog.tsx';

type Props = { task: QuestionTask; onClose(): void };

/** The window about one question. A question that is out of sight by now has none. */
export function QuestionDialog({ task: { kind, question: id }, onClose }: Props): ReactNode {
  const question = useMeeting(({ state }) => questionById(state, id));
  if (question === undefined) return null;
  switch (kind) {
    case 'edit':
      return <EditDialog question={question} onClose={onClose} />;
    case 'answer':
    case 'translation':
      return <WriteDialog kind={kind} question={question} onClose={onClose} />;
    case 'merge':
      return <MergeDialog question={question} onClose={onClose} />;
    case 'labels':
      return <LabelsDialog question={question} onClose={onClose} />;
  }
}
