import type { Id, SpeakersList } from '@track2/shared';
import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';

/** Opens or closes the list of an item, for those who run the meeting. */
export function ListSwitch({ item, status }: { item: Id; status: SpeakersList['status'] }): ReactNode {
  const text = useText();
  return status === 'open' ? (
    <CommandButton command={{ type: 'speakers.closeList', item }} label={text('speakers.closeList')} size="small" />
  ) : (
    <CommandButton command={{ type: 'speakers.openList', item }} label={text('speakers.openList')} size="small" />
  );
}
