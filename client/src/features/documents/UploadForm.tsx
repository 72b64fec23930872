import type { AgendaItem, DocumentUse, Id } from '@track2/shared';
import { useState } from 'react';
import { useEntered, useManaging, useMeeting } from '../../meeting/hooks.ts';
import { useLanguage, useText } from '../../text/index.ts';
import { pickWords } from '../../text/Words.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { FileDrop } from './FileDrop.tsx';
import { isWorthAnotherTry } from './sendFile.ts';
import styles from './UploadDialog.module.css';
import { startUpload } from './upload.ts';
import { forgetUpload, type Upload } from './uploadStore.ts';
import { useProblemText } from './useProblemText.ts';

type Props = {
  /** The items that a document can be added to. */
  items: readonly AgendaItem[];
  /** The item that is meant, or null where it is to be chosen. */
  wanted: Id | null;
  /** The upload before, if it was refused: its choices stand. */
  last: Upload | null;
};

const uses: readonly DocumentUse[] = ['slides', 'paper'];
const BYTES_IN_MB = 1_000_000;

/** Which file, to which item, and what for. What was refused says why, and keeps what was chosen. */
export function UploadForm({ items, wanted, last }: Props) {
  const text = useText();
  const language = useLanguage();
  const { uploads } = useEntered();
  const member = useMeeting(({ me }) => me);
  const current = useMeeting(({ state }) => state.agenda.current);
  const managing = useManaging();
  const why = useProblemText();
  const [chosen, setChosen] = useState<Id | null>(last?.item ?? wanted);
  const [use, setUse] = useState<DocumentUse>(last?.use ?? (managing ? 'paper' : 'slides'));
  const [file, setFile] = useState<File | null>(last?.file ?? null);
  const item = items.find(({ id }) => id === chosen) ?? items.find(({ id }) => id === current) ?? items[0];
  const problem = last?.state.step === 'refused' && last.file === file ? last.state.problem : null;
  const another = problem !== null && !isWorthAnotherTry(problem) ? text('documents.chooseOther') : null;
  const refusal =
    another ?? (file === null ? text('documents.choose') : item === undefined ? text('documents.noItem') : null);
  return (
    <>
      {problem === null ? null : (
        <Notice tone="warn" spoken="assertive">
          {why(problem)}
        </Notice>
      )}
      <FileDrop
        file={file}
        onChoose={(next) => {
          setFile(next);
          forgetUpload();
        }}
      />
      {item === undefined ? null : (
        <Select
          label={text('documents.item')}
          value={item.id}
          choices={items.map(({ id, title }) => ({ id, label: pickWords(title, language)?.text ?? id }))}
          onChange={setChosen}
        />
      )}
      <Select<DocumentUse>
        label={text('documents.use')}
        value={use}
        choices={uses.map((id) => ({ id, label: text(`documents.use.${id}`) }))}
        onChange={(next) => setUse(next)}
      />
      <p className={styles.words}>{text(`documents.useHint.${use}`)}</p>
      <p className={styles.words}>
        {text('documents.limits', { most: Math.floor(uploads.mostBytes / BYTES_IN_MB), pages: uploads.mostPages })}
      </p>
      <Button
        variant="primary"
        refusal={refusal}
        onPress={() => {
          // It says itself what came of it.
          if (file !== null && item !== undefined) void startUpload({ file, member, item: item.id, use }, uploads);
        }}
      >
        {text(problem === null || another !== null ? 'documents.upload' : 'documents.tryAgain')}
      </Button>
    </>
  );
}
