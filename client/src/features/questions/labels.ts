import type { Question } from '@track2/shared';

/** The most labels of a question, and the most characters of one. */
export const MOST_LABELS = 5;
export const MOST_LABEL_LETTERS = 40;

/** Labels from what was typed, parted by commas of any script, each once. */
export const labelsFrom = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,،;؛，、\n]/u)
      .map((label) => label.trim())
      .filter((label) => label !== ''),
  ),
];

/** Whether a question can take these labels. */
export const areLabels = (labels: readonly string[]): boolean =>
  labels.length <= MOST_LABELS && labels.every(({ length }) => length <= MOST_LABEL_LETTERS);

/** The labels of a question that can still be read. */
export const labelsOf = ({ labels }: Pick<Question, 'labels'>): string[] =>
  labels.flatMap((label) => ('text' in label ? [label.text] : []));

/** All labels that questions have, each once. */
export const labelsInUse = (questions: readonly Question[]): string[] => [...new Set(questions.flatMap(labelsOf))];
