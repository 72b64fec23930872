import type { Ack, Command } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useSend } from '../connection/hooks.ts';
import { usePreview } from '../meeting/preview.ts';
import { useRefusalText } from '../text/refusals.ts';
import { Button, type ButtonProps, type ButtonSize, type ButtonVariant } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';

type Props = {
  command: Command;
  label: string;
  /** A name for screen readers where the label leaves out what it is about. */
  name?: string | undefined;
  primary?: boolean;
  variant?: ButtonVariant;
  size?: ButtonSize;
  width?: 'own' | 'full';
  reason?: 'below' | 'hint';
  pressed?: ButtonProps['pressed'];
  icon?: IconName;
  /** What stands after the words, such as the cap of the key that does the same. */
  after?: ReactNode;
  /** Hears the final answer. */
  onAnswer?: (answer: Ack) => void;
};

/** A button that is a command: asks the meeting's own rules whether it may, says why it may not, sends, and waits. */
export function CommandButton({ command, label, name, primary = false, icon, after, onAnswer, ...look }: Props) {
  const send = useSend();
  const refusal = useRefusalText()(usePreview(command));
  const [busy, setBusy] = useState(false);
  const act = async (): Promise<void> => {
    setBusy(true);
    const answer = await send(command);
    setBusy(false);
    onAnswer?.(answer);
  };
  return (
    <Button
      variant={primary ? 'primary' : 'plain'}
      {...look}
      name={name}
      busy={busy}
      refusal={refusal}
      onPress={() => void act()} // useSend says what went wrong
    >
      {icon === undefined ? null : <Icon name={icon} size="small" />}
      {label}
      {after}
    </Button>
  );
}
