import type { Link } from '../../meeting/meetingStore.ts';
import { type TextKey, useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Frame, Message } from './Frame.tsx';

type Reason = Extract<Link, { status: 'ended' }>['reason'];

type Props = { reason: Reason; onBack(): void };

/** The connection was ended for good: why, and what can be done. */
export function EndedPage({ reason, onBack }: Props) {
  const text = useText();
  const way = wayOn(reason, onBack);
  return (
    <Frame>
      <Message title={text(reason === 'removed' ? 'connection.ended.removedTitle' : 'connection.ended.title')}>
        <p role="alert">{text(`connection.ended.${reason}`)}</p>
        {way === null ? null : (
          <Button variant="primary" onPress={way.go}>
            {text(way.label)}
          </Button>
        )}
      </Message>
    </Frame>
  );
}

function wayOn(reason: Reason, onBack: () => void): { label: TextKey; go(): void } | null {
  switch (reason) {
    case 'anotherDevice':
      return { label: 'connection.ended.back', go: onBack };
    case 'versionMismatch':
      return { label: 'app.error.reload', go: () => location.reload() };
    case 'linkRevoked':
    case 'removed':
    case 'meetingGone':
    case 'sessionGone':
      return null;
  }
}
