import { useCallback } from 'react';
import { useText } from '../../text/index.ts';
import { useRefusalText } from '../../text/refusals.ts';
import type { UploadProblem } from './sendFile.ts';

/** The function that says why a file is not in the meeting, and what to do. */
export function useProblemText(): (problem: UploadProblem) => string {
  const text = useText();
  const refusal = useRefusalText();
  return useCallback(
    (problem) => (problem.code === 'answerLost' ? text('documents.answerLost') : (refusal(problem) ?? '')),
    [text, refusal],
  );
}
