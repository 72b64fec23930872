/** A piece of text as a PDF has it: where it begins and how large it is, in points from the lower left corner. */
export type Piece = { text: string; x: number; y: number; width: number; height: number };

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/gu;
const leftToRight = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/gu;
/** Numbers run from left to right in every script. */
const runsRight = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]/u;

/** What opens is painted as what closes in a line that runs the other way. */
const mirrors: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '«': '»', '»': '«' };

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/** A gap of this part of a letter's height is a space that was not written. */
const SPACE = 0.3;

/**
 * The words of a page as they are read, line by line. A PDF keeps them as they are painted: letter by letter in forms
 * that join, and from left to right in every script.
 */
export function readableLines(pieces: readonly Piece[]): string[] {
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && areLevel(before, piece)) last.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => lineOf(line).normalize('NFKC').replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
}

// A space may be without height.
const areLevel = (before: Piece, piece: Piece): boolean =>
  Math.abs(before.y - piece.y) < Math.max(before.height, piece.height, 1) / 2;

function lineOf(pieces: readonly Piece[]): string {
  const whole = pieces.map(({ text }) => text).join('');
  const turned = count(whole, rightToLeft) > count(whole, leftToRight);
  const inOrder = turned ? fromTheRight(pieces) : pieces;
  return inOrder.map((piece, index) => `${isApart(inOrder[index - 1], piece) ? ' ' : ''}${piece.text}`).join('');
}

function isApart(before: Piece | undefined, piece: Piece): boolean {
  if (before === undefined) return false;
  const [first, second] = before.x <= piece.x ? [before, piece] : [piece, before];
  return second.x - (first.x + first.width) > piece.height * SPACE;
}

/** From right to left, with what runs the other way within it put back. */
function fromTheRight(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[][] = [];
  let opposite = false;
  for (const piece of pieces.toSorted((a, b) => b.x - a.x)) {
    const isOpposite = runsRight.test(piece.text) && count(piece.text, rightToLeft) === 0;
    if (isOpposite && opposite) runs.at(-1)?.unshift(piece);
    else runs.push([{ ...piece, text: mirrors[piece.text] ?? piece.text }]);
    opposite = isOpposite;
  }
  return runs.flat();
}
