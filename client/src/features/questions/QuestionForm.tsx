import { questionById } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { usePreview } from '../../meeting/preview.ts';
import { useLanguage, useText } from '../../text/index.ts';
import { useRefusalText } from '../../text/refusals.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { useAskerWords } from './Asker.tsx';
import cardCss from './card.module.css';
import { type Draft, emptyDraft, isBegun, problemOf, submitOf } from './draft.ts';
import { useDraft } from './draftStore.ts';
import formCss from './form.module.css';
import { QuestionFields } from './QuestionFields.tsx';
import { QuestionText } from './QuestionText.tsx';

const kinds = ['written', 'live'] as const;

/** The form of a question, in any language. What is written stays over other panels and a reload. */
export function QuestionForm(): ReactNode {
  const text = useText();
  const send = useSend();
  const language = useLanguage();
  const { draft, write, discard } = useDraft();
  const [step, setStep] = useState<'writing' | 'tried' | 'sending'>('writing');
  const command = submitOf(draft, language);
  const refusal = useRefusalText()(usePreview({ ...command, text: '?' }));
  const problem = problemOf(draft);
  const submit = async (): Promise<void> => {
    setStep('sending');
    const answer = await send(command);
    setStep('writing');
    if (answer.outcome !== 'applied') return;
    discard();
    announce(text('questions.sent'), 'polite');
  };
  return (
    <form
      className={formCss.form}
      data-question-form=""
      aria-label={text('questions.ask')}
      onSubmit={(event) => {
        event.preventDefault();
        if (step === 'sending' || refusal !== null) return;
        if (problem === null)
          void submit(); // useSend says what went wrong
        else setStep('tried');
      }}
    >
      <FollowUp draft={draft} write={write} />
      <fieldset className={cardCss.marks} aria-label={text('questions.kind')}>
        {kinds.map((kind) => (
          <Button key={kind} size="small" pressed={draft.kind === kind} onPress={() => write({ kind })}>
            {text(`questions.kind.${kind}`)}
          </Button>
        ))}
      </fieldset>
      <QuestionFields
        draft={draft}
        onChange={write}
        problem={step === 'tried' || problem === 'long' ? problem : null}
      />
      <div className={cardCss.acts}>
        <Button type="submit" variant="primary" busy={step === 'sending'} refusal={refusal} reason="below">
          {text('questions.send')}
        </Button>
        {isBegun(draft) && (
          <Button variant="quiet" onPress={discard}>
            {text('questions.draft.discard')}
          </Button>
        )}
      </div>
      {isBegun(draft) ? (
        <p className={formCss.label}>
          <Badge>{text('questions.draft')}</Badge> {text('questions.draft.why')}
        </p>
      ) : (
        <p className={formCss.label}>{text('questions.ask.hint')}</p>
      )}
    </form>
  );
}

/** The question that the draft follows up, with a way to make it one of its own. */
function FollowUp({ draft, write }: { draft: Draft; write(change: Partial<Draft>): void }): ReactNode {
  const text = useText();
  const nameOf = useAskerWords();
  const first = useMeeting(({ state }) => (draft.followUp === null ? null : questionById(state, draft.followUp)));
  if (first === null) return null;
  return (
    <div className={cardCss.beside} data-what="target">
      <span className={formCss.label}>
        {first === undefined
          ? text('questions.followsHidden')
          : text('questions.follows', { name: nameOf(first.seat) })}
      </span>
      {first !== undefined && <QuestionText question={first} lines={2} />}
      <Button variant="quiet" size="small" onPress={() => write({ followUp: emptyDraft.followUp })}>
        {text('questions.follow.clear')}
      </Button>
    </div>
  );
}
