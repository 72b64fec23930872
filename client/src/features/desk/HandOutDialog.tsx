import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CopyText } from './CopyText.tsx';
import { useDeskWords } from './deskWords.ts';
import styles from './handOut.module.css';
import { QrCode } from './QrCode.tsx';
import type { Handed } from './useInvitations.ts';

/** Links to hand out, one person after the other: each as a code, as an address, and in a message to copy. */
export function HandOutDialog({ links, onClose }: { links: readonly Handed[]; onClose(): void }) {
  const say = useDeskWords();
  const [at, setAt] = useState(0);
  const link = links[at];
  if (link === undefined) return null;
  const { name, url, subject, text } = link;
  const isLast = at === links.length - 1;
  return (
    <Dialog title={say('invite.hand.title', { name })} size="wide" onClose={onClose}>
      <Notice tone="warn">{say('invite.hand.once')}</Notice>
      <div className={styles.parts}>
        <QrCode of={url} label={say('invite.hand.qr', { name })} />
        <div className={styles.words}>
          <CopyText key={`link ${at}`} label={say('invite.hand.link')} copy={say('invite.hand.copyLink')} words={url} />
          <p>
            <b>{say('invite.hand.subject')}:</b> <bdi>{subject}</bdi>
          </p>
          <CopyText
            key={`text ${at}`}
            label={say('invite.hand.text')}
            copy={say('invite.hand.copyMessage')}
            words={text}
            multiline
          />
        </div>
      </div>
      {links.length === 1 ? null : (
        <div className={styles.turn}>
          <Button
            refusal={at === 0 ? say('invite.hand.position', { number: 1, all: links.length }) : null}
            onPress={() => setAt(at - 1)}
          >
            {say('invite.hand.previous')}
          </Button>
          <span>{say('invite.hand.position', { number: at + 1, all: links.length })}</span>
          {isLast ? null : (
            <Button variant="primary" onPress={() => setAt(at + 1)}>
              {say('invite.hand.next')}
            </Button>
          )}
        </div>
      )}
      <div className={styles.turn}>
        <Button variant={isLast ? 'primary' : 'plain'} onPress={onClose}>
          {say('invite.hand.done')}
        </Button>
      </div>
    </Dialog>
  );
}
