import type { Question, QuestionStatus } from '@track2/shared';

/** What of a question its asker is told changes of. */
export type Standing = Pick<Question, 'status' | 'left' | 'answer'>;

/** What an asker is told: what became of the question. */
export type News =
  | 'accepted'
  | 'inRound'
  | 'putBack'
  | 'asked'
  | 'answered'
  | 'partlyAnswered'
  | 'deferred'
  | 'dismissed'
  | 'merged'
  | 'restored'
  | 'answeredInWriting'
  | 'nextRound'
  | 'writtenReply'
  | 'nextMeeting';

function newsOfStatus(before: QuestionStatus, now: QuestionStatus): News | null {
  if (now === 'submitted') return before === 'withdrawn' ? null : 'restored';
  if (now === 'accepted') return before === 'submitted' ? 'accepted' : 'putBack';
  // The asker's own act is no news.
  return now === 'withdrawn' ? null : now;
}

/** The news for the asker in the change of a question, or null: what the asker did, or what was so before. */
export function newsOf(before: Standing | undefined, now: Standing): News | null {
  if (before === undefined) return null;
  if (now.answer !== null && before.answer === null) return 'answeredInWriting';
  if (now.status !== before.status) return newsOfStatus(before.status, now.status);
  return now.left !== before.left ? now.left : null;
}
