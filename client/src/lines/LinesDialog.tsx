import type { ReactNode } from 'react';
import { useManaging, useMeeting, useMirrored } from '../meeting/hooks.ts';
import { personIn } from '../meeting/view.ts';
import { useSpoken } from '../text/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { type OpenLine, openLines } from './linesStore.ts';
import { Threads } from './Threads.tsx';
import { ThreadView } from './ThreadView.tsx';
import { receiversOf } from './threads.ts';
import { useLinesText } from './useLinesText.ts';

type Props = { open: OpenLine; onClose(): void };

/** What is written between this person and the chair, and for who has several threads the choice among them. */
export function LinesDialog({ open, onClose }: Props): ReactNode {
  const text = useLinesText();
  const reader = useSpoken();
  const managing = useManaging();
  const chat = useMeeting(({ state }) => state.session.policy.chat);
  const many = useMeeting(
    ({ state, me }) => managing || receiversOf(state, me, managing).length > 0 || state.lines.lines.some(isChat),
  );
  const shown: OpenLine = open.kind === 'all' && !many ? { kind: 'line', of: null } : open;
  const name = useMirrored((view) =>
    shown.kind === 'line' && shown.of !== null ? personIn(view, shown.of, reader).name : null,
  );
  if (shown.kind === 'all')
    return (
      <Dialog title={text(managing || chat ? 'lines.title.all' : 'lines.title.chair')} onClose={onClose}>
        <Threads />
      </Dialog>
    );
  return (
    <Dialog title={name === null ? text('lines.title.chair') : text('lines.title.person', { name })} onClose={onClose}>
      <ThreadView of={shown.of} onBack={many ? () => openLines({ kind: 'all' }) : null} />
    </Dialog>
  );
}

const isChat = ({ chairs }: { chairs: boolean }): boolean => !chairs;
