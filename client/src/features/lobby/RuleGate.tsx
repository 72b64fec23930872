import type { Ack, Command, Declaration } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { send } from '../../connection/connection.ts';
import { useEntered } from '../../meeting/hooks.ts';
import { useLanguage, useText } from '../../text/index.ts';
import { ackSentence } from '../../text/refusals.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CompanyChoice } from './CompanyChoice.tsx';
import { type CompanyDraft, declarationOf, noAnswer } from './company.ts';
import styles from './parts.module.css';

type Props = {
  /** Whether this person waits for nobody. */
  direct: boolean;
  /** The rule is declined, and the organisers have been told as far as that was possible. */
  onDecline(): void;
};

/** How long leaving waits for the organisers to be told, in milliseconds. */
const TELL_MS = 2000;

/** The gate: who accepts the rule enters, who does not leaves. What the meeting refuses stands here until the next try. */
export function RuleGate({ direct, onDecline }: Props): ReactNode {
  const text = useText();
  const language = useLanguage();
  const { version } = useEntered().meeting.rule;
  const [company, setCompany] = useState<CompanyDraft>(noAnswer);
  const [step, setStep] = useState<'reading' | 'unfinished' | 'entering' | 'leaving'>('reading');
  const [answered, setAnswered] = useState<Ack | null>(null);
  const refused = answered === null ? null : ackSentence(answered, text, language, null);
  const enter = async (declaration: Declaration | null): Promise<void> => {
    setStep('entering');
    const command: Command = { type: 'roster.enterLobby', ruleVersion: version, company: declaration };
    setAnswered(await send(command, setAnswered));
    setStep('reading');
  };
  const leave = async (): Promise<void> => {
    setStep('leaving');
    const told = send({ type: 'roster.declineRule', ruleVersion: version }, () => {});
    // Who declines leaves, also where the link is lost and nobody can be told.
    await Promise.race([told, new Promise((resolve) => setTimeout(resolve, TELL_MS))]);
    onDecline();
  };
  const finish = (): void => {
    const declaration = declarationOf(company);
    if (declaration === 'unfinished') setStep('unfinished');
    else void enter(declaration); // what the meeting says stands at the gate
  };
  return (
    <>
      <CompanyChoice draft={company} onChange={setCompany} unfinished={step === 'unfinished'} />
      {refused === null ? null : (
        <Notice tone="warn" spoken="assertive">
          <p>{refused}</p>
          {isOutdated(answered) ? (
            <Button size="small" onPress={() => location.reload()}>
              {text('app.error.reload')}
            </Button>
          ) : null}
        </Notice>
      )}
      <div className={styles.gate}>
        <Button variant="primary" size="large" busy={step === 'entering'} onPress={finish}>
          {text(direct ? 'entry.acceptDirect' : 'entry.accept')}
        </Button>
        <Button variant="quiet" size="large" busy={step === 'leaving'} onPress={() => void leave()}>
          {text('entry.decline')}
        </Button>
      </div>
    </>
  );
}

/** Whether the rule that was read is not the meeting's any more. */
const isOutdated = (answer: Ack | null): boolean =>
  answer?.outcome === 'refused' && answer.refusal.code === 'roster.ruleChanged';
