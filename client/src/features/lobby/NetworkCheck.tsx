import { type EquipmentResult, memberById } from '@track2/shared';
import { useEffect } from 'react';
import { useMirrored } from '../../meeting/hooks.ts';
import { useLaterText } from '../../text/later.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { checkWords } from './checkWords.ts';
import { type Network, resultOf, useEquipment } from './equipment.ts';
import { type Finding, type FindingTone, findingsOf, hindranceSaid, type Said } from './findings.ts';
import styles from './NetworkCheck.module.css';
import { SendButton } from './SendButton.tsx';

export { testNetwork } from './testNetwork.ts';

type Props = { network: Exclude<Network, { status: 'untested' }> };

/** What the test of the connection does at this moment, and what it and the devices came to. */
export function NetworkCheck({ network }: Props) {
  const say = useLaterText(checkWords);
  switch (network.status) {
    case 'running':
      return <Running network={network} />;
    case 'hindered': {
      const { key, values } = hindranceSaid(network.by);
      return (
        <Notice tone="warn" spoken="polite">
          {say(key, values)}
        </Notice>
      );
    }
    case 'tested':
      return <Tested network={network} />;
  }
}

function Running({ network }: { network: Extract<Network, { status: 'running' }> }) {
  const say = useLaterText(checkWords);
  const { trying, udp } = network;
  const now = say(`check.trying.${trying}`);
  useEffect(() => announce(now, 'polite', 'check'), [now]);
  return (
    <ul className={styles.lines}>
      {udp === 'notTested' ? null : (
        <Line tone={udp === 'ok' ? 'good' : 'open'} words={say(udp === 'ok' ? 'check.udp.ok' : 'check.udp.failed')} />
      )}
      <Line tone="running" words={now} advice={say('check.trying.hint')} />
    </ul>
  );
}

function Tested({ network }: { network: Extract<Network, { status: 'tested' }> }) {
  const say = useLaterText(checkWords);
  const equipment = useEquipment((found) => found);
  const { verdict, lines } = findingsOf(equipment, network);
  const sentence = say(verdict);
  useEffect(() => announce(sentence, 'polite', 'check'), [sentence]);
  const said = (words: Said | null): string | undefined => (words === null ? undefined : say(words.key, words.values));
  const line = (finding: Finding) => (
    <Line
      key={finding.key}
      tone={finding.tone}
      words={say(finding.key, finding.values)}
      advice={said(finding.advice)}
      figure={said(finding.figure)}
    />
  );
  return (
    <>
      <p className={styles.verdict}>{sentence}</p>
      <ul className={styles.lines}>{lines.map(line)}</ul>
      <Report result={resultOf(equipment)} />
    </>
  );
}

const icons: Readonly<Record<FindingTone | 'running', IconName>> = {
  good: 'check',
  open: 'info',
  bad: 'warning',
  running: 'clock',
};

type LineProps = {
  tone: FindingTone | 'running';
  words: string;
  advice?: string | undefined;
  figure?: string | undefined;
};

function Line({ tone, words, advice, figure }: LineProps) {
  return (
    <li className={styles.line} data-tone={tone}>
      <Icon name={icons[tone]} />
      <span>
        {words}
        {advice === undefined ? null : <small>{advice}</small>}
      </span>
      {figure === undefined ? null : <span className={styles.figure}>{figure}</span>}
    </li>
  );
}

/** Whether the organisers have this result is read from the meeting itself. */
function Report({ result }: { result: EquipmentResult }) {
  const say = useLaterText(checkWords);
  const reported = useMirrored(({ state, me }) => memberById(state, me)?.door.check ?? null);
  const isSent = reported !== null && keysOf(result).every((key) => reported[key] === result[key]);
  if (isSent) {
    return (
      <output className={styles.sent}>
        <Icon name="check" />
        {say('check.report.sent')}
      </output>
    );
  }
  return (
    <div className={styles.report}>
      <SendButton command={{ type: 'roster.reportCheck', result }} label={say('check.report.send')} />
      <p>{say('check.report.hint')}</p>
    </div>
  );
}

const keysOf = (result: EquipmentResult) => Object.keys(result) as (keyof EquipmentResult)[];
