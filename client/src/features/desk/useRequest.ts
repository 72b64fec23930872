import { useState } from 'react';
import { showToast } from '../../ui/uiStore.ts';
import type { Answer } from './deskApi.ts';
import { useTroubleText } from './deskWords.ts';

/** Asks the desk for something; what is turned down is said in a short message. Null where it was. */
export type Request = <T>(asked: () => Promise<Answer<T>>) => Promise<T | null>;

export function useRequest(): { busy: boolean; request: Request } {
  const troubleText = useTroubleText();
  const [busy, setBusy] = useState(false);
  const request: Request = async (asked) => {
    setBusy(true);
    const answer = await asked();
    setBusy(false);
    if (answer.done) return answer.body;
    showToast(troubleText(answer.trouble), answer.trouble.code === 'http.fault' ? 'over' : 'warn');
    return null;
  };
  return { busy, request };
}
