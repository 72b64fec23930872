/** The rows of the table that stands under a heading, or below a line that begins so: cells without their spaces. */
export function tableBelow(page: string, start: string): string[][] {
  const lines = page.split('\n');
  const from = lines.findIndex((line) => line.startsWith(start));
  const first = lines.findIndex((line, index) => index >= from && line.startsWith('|'));
  if (from < 0 || first < 0) throw new Error(`RULES.md has no table below "${start}"`);
  const rest = lines.slice(first);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(2, end < 0 ? rest.length : end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** The words of a cell. */
export const wordsIn = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
