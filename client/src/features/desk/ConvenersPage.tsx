import type { Convener } from '@track2/shared';
import { useState } from 'react';
import { useFormats } from '../../text/index.ts';
import { ownTimeZone } from '../../text/zones.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CopyText } from './CopyText.tsx';
import styles from './desk.module.css';
import { endConvener, inviteConvener } from './deskApi.ts';
import type { DeskProps } from './deskProps.ts';
import { useDeskWords } from './deskWords.ts';
import handOut from './handOut.module.css';
import { QrCode } from './QrCode.tsx';
import { useRequest } from './useRequest.ts';

/** Who has this desk; another convener is invited by a link. */
export function ConvenersPage({ desk, reload }: DeskProps) {
  const say = useDeskWords();
  const { busy, request } = useRequest();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const [link, setLink] = useState<{ name: string; url: string } | null>(null);
  const [ending, setEnding] = useState<Convener | null>(null);
  const isMissing = name.trim() === '';
  const invite = async (): Promise<void> => {
    setTried(true);
    if (isMissing) return;
    const made = await request(() => inviteConvener(name.trim()));
    if (made === null) return;
    setLink({ name: name.trim(), url: made.url });
    setName('');
    setTried(false);
    await reload();
  };
  return (
    <>
      <header className={styles.head}>
        <h1>{say('convene.conveners')}</h1>
      </header>
      <section className={styles.card}>
        <p className={styles.lockedNote}>{say('convene.conveners.text')}</p>
        <ul>
          {desk.conveners.map((convener) => (
            <ConvenerLine key={convener.id} convener={convener} onEnd={() => setEnding(convener)} />
          ))}
        </ul>
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) void invite();
          }}
        >
          <Field
            label={say('convene.conveners.name')}
            value={name}
            maxLength={120}
            error={tried && isMissing ? say('convene.conveners.nameMissing') : null}
            onChange={setName}
          />
          <div className={styles.formActs}>
            <Button type="submit" variant="primary" busy={busy}>
              {say('convene.conveners.invite')}
            </Button>
          </div>
        </form>
      </section>
      {link === null ? null : <LinkDialog {...link} onClose={() => setLink(null)} />}
      {ending === null ? null : <EndDialog convener={ending} reload={reload} onClose={() => setEnding(null)} />}
    </>
  );
}

/** The first convener came with the platform and was never named. */
function useConvenerName(): (convener: Convener) => string {
  const say = useDeskWords();
  return ({ name }) => (name === '' ? say('convene.conveners.first') : name);
}

function ConvenerLine({ convener, onEnd }: { convener: Convener; onEnd(): void }) {
  const say = useDeskWords();
  const { date } = useFormats();
  const name = useConvenerName()(convener);
  const { you, since, opened } = convener;
  return (
    <li className={styles.meeting}>
      <div className={styles.grow}>
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        <span className={styles.faint}>{say('convene.conveners.since', { date: date(since, ownTimeZone()) })}</span>
      </div>
      {opened ? null : <Badge>{say('convene.conveners.notOpened')}</Badge>}
      {you ? <Badge tone="accent">{say('convene.conveners.you')}</Badge> : null}
      <Button
        size="small"
        name={say('convene.conveners.endNamed', { name })}
        refusal={you ? say('convene.conveners.end.own') : null}
        onPress={onEnd}
      >
        {say('convene.conveners.end')}
      </Button>
    </li>
  );
}

function LinkDialog({ name, url, onClose }: { name: string; url: string; onClose(): void }) {
  const say = useDeskWords();
  return (
    <Dialog title={say('convene.conveners.handOut', { name })} size="wide" onClose={onClose}>
      <Notice tone="warn">{say('convene.conveners.once', { name })}</Notice>
      <div className={handOut.parts}>
        <QrCode of={url} label={say('invite.hand.qr', { name })} />
        <div className={handOut.words}>
          <CopyText label={say('invite.hand.link')} copy={say('invite.hand.copyLink')} words={url} />
        </div>
      </div>
      <Button variant="primary" onPress={onClose}>
        {say('invite.hand.done')}
      </Button>
    </Dialog>
  );
}

function EndDialog({ convener, reload, onClose }: { convener: Convener; reload(): Promise<void>; onClose(): void }) {
  const say = useDeskWords();
  const { busy, request } = useRequest();
  const name = useConvenerName()(convener);
  const end = async (): Promise<void> => {
    if ((await request(() => endConvener(convener.id))) === null) return;
    await reload();
    onClose();
  };
  return (
    <Dialog title={say('convene.conveners.end.title', { name })} onClose={onClose}>
      <p>{say('convene.conveners.end.text', { name })}</p>
      <Button variant="danger" busy={busy} onPress={() => void end()}>
        {say('convene.conveners.end')}
      </Button>
      <Button onPress={onClose}>{say('convene.cancel')}</Button>
    </Dialog>
  );
}
