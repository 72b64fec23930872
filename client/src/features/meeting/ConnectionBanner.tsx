import { useLink } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Notice } from '../../ui/Notice.tsx';

/** While the connection is lost: that it is, and that seat and place are kept. What stands below is the last known. */
export function ConnectionBanner() {
  const text = useText();
  const { status } = useLink();
  if (status !== 'reconnecting') return null;
  return (
    <Notice tone="warn" spoken="assertive">
      {text('connection.lost')}
    </Notice>
  );
}
