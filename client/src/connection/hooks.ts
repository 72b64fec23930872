import type { Ack, Command } from '@track2/shared';
import { useCallback } from 'react';
import { useLanguage, useText } from '../text/index.ts';
import { ackSentence } from '../text/refusals.ts';
import { showToast } from '../ui/uiStore.ts';
import { send } from './connection.ts';

/** Sends a command; what is not applied is said in a short message. The answer is final. */
export function useSend(): (command: Command) => Promise<Ack> {
  const say = useText();
  const language = useLanguage();
  return useCallback(
    async (command) => {
      const tell = (answer: Ack): void => {
        const sentence = ackSentence(answer, say, language);
        if (sentence !== null) showToast(sentence, answer.outcome === 'fault' ? 'over' : 'warn');
      };
      const answer = await send(command, tell);
      tell(answer);
      return answer;
    },
    [say, language],
  );
}
