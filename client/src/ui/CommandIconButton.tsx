import type { Command } from '@track2/shared';
import { useState } from 'react';
import { useSend } from '../connection/hooks.ts';
import { usePreview } from '../meeting/preview.ts';
import { useRefusalText } from '../text/refusals.ts';
import { IconButton } from './Button.tsx';
import type { IconName } from './Icon.tsx';

type Props = {
  icon: IconName;
  label: string;
  /** Null where there is nothing to ask for; `refusal` then says why. */
  command: Command | null;
  refusal?: string | null;
};

/** An icon that is a command. Presses while an answer is awaited do nothing. */
export function CommandIconButton({ icon, label, command, refusal = null }: Props) {
  const send = useSend();
  const refused = useRefusalText()(usePreview(command));
  const [busy, setBusy] = useState(false);
  const act = async (wanted: Command): Promise<void> => {
    setBusy(true);
    await send(wanted);
    setBusy(false);
  };
  return (
    <IconButton
      icon={icon}
      label={label}
      size="small"
      refusal={refusal ?? refused}
      onPress={() => {
        if (command !== null && !busy) void act(command); // useSend says what went wrong
      }}
    />
  );
}
