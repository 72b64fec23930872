import { describe, expect, it } from 'vitest';
import { type Piece, readableLines } from './readable.ts';

/** Pieces side by side on one line, as they stand from left to right, each letter ten points wide. */
function painted(texts: readonly string[], y = 100): Piece[] {
  let x = 0;
  return texts.map((text) => {
    const piece = { text, x, y, width: 10 * text.length, height: 12 };
    x += piece.width;
    return piece;
  });
}

describe('the words of a page', () => {
  it('are read line by line', () => {
    expect(readableLines([...painted(['Four ', 'dimensions']), ...painted(['Water'], 60)])).toEqual([
      'Four dimensions',
      'Water',
    ]);
  });

  it('are read from the right where they are Persian, in plain letters, with numbers as they run', () => {
    expect(readableLines(painted(['(', '٪', '۵', '۲', ')', ' ', 'ﺏ', 'ﺁ']))).toEqual(['آب (۲۵٪)']);
    expect(readableLines(painted(['Vienna', ' ', 'نشست دیروز در']))).toEqual(['نشست دیروز در Vienna']);
  });

  it('are kept apart where there is a gap and no space', () => {
    const [first, second] = painted(['Four', 'dimensions']);
    expect(first && second && readableLines([first, { ...second, x: second.x + 5 }])).toEqual(['Four dimensions']);
  });

  it('are none where there are none', () => {
    expect(readableLines(painted([' ', '']))).toEqual([]);
  });
});
