import { Field } from '../../ui/Field.tsx';
import { type FileWords, filled } from './plan.ts';

type Props = {
  words: FileWords;
  labels: { en: string; fa: string };
  onChange(words: FileWords): void;
  error?: string | null;
  multiline?: boolean;
  maxLength?: number;
};

/** Words in English and in Persian; those in other languages stay as they are. */
export function WordsFields({ words, labels, onChange, error = null, multiline = false, maxLength = 500 }: Props) {
  const shared = { multiline, maxLength };
  return (
    <>
      <Field
        {...shared}
        label={labels.en}
        value={words.en ?? ''}
        lang="en"
        dir="ltr"
        error={error}
        onChange={(en) => onChange(filled({ ...words, en }))}
      />
      <Field
        {...shared}
        label={labels.fa}
        value={words.fa ?? ''}
        lang="fa"
        dir="rtl"
        onChange={(fa) => onChange(filled({ ...words, fa }))}
      />
    </>
  );
}

/** Whether there are words in at least one language. */
export const hasWords = (words: FileWords): boolean => Object.values(words).some((said) => said.trim() !== '');
