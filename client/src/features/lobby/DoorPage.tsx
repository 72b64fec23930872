import { useText } from '../../text/index.ts';
import { useRefusalText } from '../../text/refusals.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Door, DoorActs } from './door.ts';
import { Frame, Message } from './Frame.tsx';

type Props = { door: Exclude<Door, { at: 'seat' | 'convener' }>; acts: DoorActs };

/** What stands before the own seat is opened: the invitation, or why there is none. */
export function DoorPage({ door, acts }: Props) {
  return (
    <Frame>
      <DoorMessage door={door} acts={acts} />
    </Frame>
  );
}

function DoorMessage({ door, acts }: Props) {
  const text = useText();
  switch (door.at) {
    case 'noLink':
      return (
        <Message title={text('entry.noLink.title')}>
          <p>{text('entry.noLink.text')}</p>
        </Message>
      );
    case 'linkAway':
      return (
        <Message title={text('entry.linkAway.title')}>
          <p>{text('entry.linkAway.text')}</p>
        </Message>
      );
    case 'invitation':
    case 'opening': {
      // A reload opens the seat by itself; whoever pressed sees the same page until the answer is there.
      const returns = 'member' in door.request || 'convener' in door.request;
      if (returns) return <Message title={text('entry.opening.title')}>{null}</Message>;
      return (
        <Message title={text('entry.invitation.title')}>
          <p>{text('entry.invitation.text')}</p>
          <Button variant="primary" size="large" busy={door.at === 'opening'} onPress={() => acts.open(door.request)}>
            {text('entry.invitation.open')}
          </Button>
        </Message>
      );
    }
    case 'refused':
      return <Refused door={door} acts={acts} />;
    case 'declined':
      return (
        <Message title={text('entry.declined.title')}>
          <p>{text('entry.declined.text')}</p>
          <Button onPress={() => acts.open(door.request)}>{text('entry.invitation.open')}</Button>
        </Message>
      );
  }
}

function Refused({ door, acts }: { door: Extract<Door, { at: 'refused' }>; acts: DoorActs }) {
  const text = useText();
  const { refusal, request } = door;
  const sentence = useRefusalText()(refusal.code === 'unreachable' ? null : refusal);
  return (
    <Message title={text('entry.refused.title')}>
      <Notice tone="over" spoken="assertive">
        {sentence ?? text('entry.unreachable')}
      </Notice>
      {request === null ? null : (
        <Button variant="primary" onPress={() => acts.open(request)}>
          {text('entry.again')}
        </Button>
      )}
    </Message>
  );
}
