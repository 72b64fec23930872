import { type Question, seatById } from '@track2/shared';
import type { ReactNode } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { usePreview } from '../../meeting/preview.ts';
import { useLanguage, useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { useAskerWords } from './Asker.tsx';
import { openDialog } from './dialogStore.ts';
import { useDraft } from './draftStore.ts';
import css from './form.module.css';
import { useOwnSeat } from './seats.ts';
import { focusForm } from './showQuestion.ts';

/** What whoever may does with a question that the room sees: support it, answer it in writing, follow it up. */
export function PublicActs({ question }: { question: Question }): ReactNode {
  return (
    <>
      <Support question={question} />
      <WriteAnswer question={question} />
      <Translate question={question} />
      <FollowUp question={question} />
    </>
  );
}

/** Shown where the meeting allows it. Who may not support this one, or not any more, sees how many do. */
function Support({ question: { id, votes, voters, seat } }: { question: Question }): ReactNode {
  const text = useText();
  const name = useAskerWords()(seat);
  const own = useOwnSeat();
  const supported = own !== null && voters.includes(own);
  const command = { type: 'questions.vote', question: id, up: !supported } as const;
  const refused = usePreview(command) !== null;
  const counted = useMeeting(({ state }) => state.session.policy.upvotes);
  if (!counted) return null;
  if (refused) return votes === 0 ? null : <span className={css.label}>{text('questions.supported', { votes })}</span>;
  return (
    <CommandButton
      command={command}
      label={text('questions.support', { votes })}
      name={text('questions.supportNamed', { name, votes })}
      icon="up"
      pressed={supported}
      size="small"
    />
  );
}

function WriteAnswer({ question: { id, seat } }: { question: Question }): ReactNode {
  const text = useText();
  const name = useAskerWords()(seat);
  const language = useLanguage();
  const refusal = usePreview({ type: 'questions.answerInWriting', question: id, text: '?', language });
  if (refusal !== null) return null;
  return (
    <Button
      size="small"
      name={text('questions.writeAnswerNamed', { name })}
      onPress={() => openDialog({ kind: 'answer', question: id })}
    >
      {text('questions.writeAnswer')}
    </Button>
  );
}

/** For interpreters: those who run the meeting have it at their desk, the asker among the own questions. */
function Translate({ question: { id, seat, text: words } }: { question: Question }): ReactNode {
  const text = useText();
  const name = useAskerWords()(seat);
  const own = useOwnSeat();
  const interprets = useMeeting(({ state }) => seatById(state, own ?? '')?.role === 'interpreter');
  if (!interprets || words === null) return null;
  return (
    <Button
      size="small"
      name={text('questions.translateNamed', { name })}
      onPress={() => openDialog({ kind: 'translation', question: id })}
    >
      {text('questions.translate')}
    </Button>
  );
}

function FollowUp({ question: { id, seat } }: { question: Question }): ReactNode {
  const text = useText();
  const name = useAskerWords()(seat);
  const managing = useManaging();
  const { write } = useDraft();
  const language = useLanguage();
  const refusal = usePreview({ type: 'questions.submit', text: '?', language, followUp: id });
  if (managing || refusal !== null) return null;
  return (
    <Button
      size="small"
      variant="quiet"
      name={text('questions.followNamed', { name })}
      onPress={() => {
        write({ followUp: id });
        focusForm();
      }}
    >
      {text('questions.follow')}
    </Button>
  );
}
