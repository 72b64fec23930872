import type { Command } from '@track2/shared';
import { useState } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { Button } from '../../ui/Button.tsx';

type Props = { command: Command; label: string; look?: 'primary' | 'plain'; size?: 'base' | 'large'; onSend?(): void };

/**
 * A command of who is not inside yet. It asks no rules beforehand, so that the door need not load them; what the
 * meeting refuses is said by a message.
 */
export function SendButton({ command, label, look = 'plain', size = 'base', onSend }: Props) {
  const send = useSend();
  const [busy, setBusy] = useState(false);
  const act = async (): Promise<void> => {
    setBusy(true);
    onSend?.();
    await send(command);
    setBusy(false);
  };
  return (
    <Button variant={look} size={size} busy={busy} onPress={() => void act()}>
      {label}
    </Button>
  );
}
