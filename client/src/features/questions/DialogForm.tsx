import type { Command } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { usePreview } from '../../meeting/preview.ts';
import { useRefusalText } from '../../text/refusals.ts';
import { Button } from '../../ui/Button.tsx';
import cardCss from './card.module.css';
import formCss from './form.module.css';
import { useDialogText } from './useDialogText.ts';

type Props<Problem extends string> = {
  /** What is sent; it closes the window once it is taken. */
  command: Command;
  /** What is wrong with what was given; told once somebody tries to send it. */
  problem: Problem | null;
  /** The words of the button, if it does not save. */
  act?: string;
  onClose(): void;
  children(problem: Problem | null): ReactNode;
  /** A button beside those that send and cancel. */
  beside?: ReactNode;
};

/** The form of a window that sends one command: asks the rules whether it may, sends, and stays if it was not taken. */
export function DialogForm<Problem extends string>(props: Props<Problem>): ReactNode {
  const { command, problem, onClose } = props;
  const text = useDialogText();
  const send = useSend();
  const preview = useRefusalText()(usePreview(problem === null ? command : null));
  const [step, setStep] = useState<'writing' | 'tried' | 'sending'>('writing');
  const submit = async (): Promise<void> => {
    setStep('sending');
    const answer = await send(command);
    setStep('writing');
    if (answer.outcome === 'applied') onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (step === 'sending' || preview !== null) return;
        if (problem === null)
          void submit(); // useSend says what went wrong
        else setStep('tried');
      }}
    >
      <div className={formCss.dialogForm}>
        {props.children(step === 'tried' ? problem : null)}
        <div className={cardCss.acts}>
          <Button type="submit" variant="primary" busy={step === 'sending'} refusal={preview} reason="below">
            {props.act ?? text('dialog.save')}
          </Button>
          <Button onPress={onClose}>{text('dialog.cancel')}</Button>
          {props.beside}
        </div>
      </div>
    </form>
  );
}
