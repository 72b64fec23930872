import { Suspense, useId } from 'react';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { later } from '../../ui/later.ts';
import styles from './EquipmentCheck.module.css';
import { note, useEquipment } from './equipment.ts';

const NetworkCheck = later(async () => (await import('./NetworkCheck.tsx')).NetworkCheck);

const labels = {
  untested: 'entry.check.start',
  running: 'entry.check.runs',
  tested: 'entry.check.again',
  hindered: 'entry.check.again',
} as const;

/** Offers the test of the connection. What it does, and what it says, is loaded with the press. */
export function EquipmentCheck() {
  const text = useText();
  const titleId = useId();
  const network = useEquipment((equipment) => equipment.network);
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <header className={styles.head}>
        <h2 id={titleId}>{text('entry.check')}</h2>
        <Button
          size="small"
          variant={network.status === 'untested' ? 'plain' : 'quiet'}
          onPress={() => {
            if (network.status !== 'running') void start(); // says itself what hinders it
          }}
        >
          {text(labels[network.status])}
        </Button>
      </header>
      {network.status === 'untested' ? (
        <p>{text('entry.check.why')}</p>
      ) : (
        <Suspense>
          <NetworkCheck network={network} />
        </Suspense>
      )}
    </section>
  );
}

async function start(): Promise<void> {
  note({ network: { status: 'running', trying: 'udp', udp: 'notTested' } });
  try {
    // Made in the press itself: a browser lets only such a one sound.
    const context = new AudioContext();
    const { testNetwork } = await import('./NetworkCheck.tsx');
    await testNetwork(context);
  } catch {
    // The link was lost before the test itself was loaded, or there is no sound here at all.
    note({ network: { status: 'hindered', by: { code: 'check.unavailable' } } });
  }
}
