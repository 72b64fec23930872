import { Component, type ReactNode } from 'react';
import styles from './app.module.css';
import { useText } from './text/index.ts';
import { Button } from './ui/Button.tsx';
import { Notice } from './ui/Notice.tsx';

type State = { incident: string | null };

/** The fourth of the places where faults are caught: a page that cannot be drawn says so, with a number to quote. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { incident: null };

  static getDerivedStateFromError(): State {
    return { incident: crypto.randomUUID().slice(0, 4).toUpperCase() };
  }

  override render(): ReactNode {
    const { incident } = this.state;
    return incident === null ? this.props.children : <Failed incident={incident} />;
  }
}

function Failed({ incident }: { incident: string }) {
  const text = useText();
  return (
    <main className={styles.failed}>
      <h1>{text('app.error.title')}</h1>
      <Notice tone="over" spoken="assertive">
        {text('app.error.text', { incident })}
      </Notice>
      <Button variant="primary" onPress={() => location.reload()}>
        {text('app.error.reload')}
      </Button>
    </main>
  );
}
