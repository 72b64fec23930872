import { type Ack, type Command, entryById, type Id } from '@track2/shared';
import { useCallback } from 'react';
import { meetingStore } from '../meeting/meetingStore.ts';
import { useLanguage, useText } from '../text/index.ts';
import { ackSentence } from '../text/refusals.ts';
import { showToast } from '../ui/uiStore.ts';
import { send } from './connection.ts';

/** The seat whose request to speak a command names, or null. */
function seatAsking(command: Command): Id | null {
  const { meeting } = meetingStore.getState();
  if (meeting === null || !('entry' in command)) return null;
  return entryById(meeting.state, command.entry)?.seat ?? null;
}

/** Sends a command; what is not applied is said in a short message. The answer is final. */
export function useSend(): (command: Command) => Promise<Ack> {
  const say = useText();
  const language = useLanguage();
  return useCallback(
    async (command) => {
      const tell = (answer: Ack): void => {
        const sentence = ackSentence(answer, say, language, seatAsking(command));
        if (sentence !== null) showToast(sentence, answer.outcome === 'fault' ? 'over' : 'warn');
      };
      const answer = await send(command, tell);
      tell(answer);
      return answer;
    },
    [say, language],
  );
}
