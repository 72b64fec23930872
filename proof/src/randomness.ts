const idForm = /^[A-Za-z]?([A-Za-z0-9_-]{22})$/;

/** An id as its 128 bits, or null when it has fewer. */
function bitsOf(id: string): string | null {
  const random = idForm.exec(id)?.[1];
  if (random === undefined) return null;
  return [...Buffer.from(random, 'base64url')].map((byte) => byte.toString(2).padStart(8, '0')).join('');
}

/** How many bits the two most alike have in common at their beginning. */
function longestCommonStart(all: readonly string[]): number {
  const sorted = all.toSorted();
  let longest = 0;
  for (const [index, one] of sorted.entries()) {
    const other = sorted[index + 1] ?? '';
    let common = 0;
    while (common < other.length && one[common] === other[common]) common += 1;
    longest = Math.max(longest, common);
  }
  return longest;
}

const reversed = (bits: string): string => Array.from(bits).toReversed().join('');

/** Among n random ids the two most alike share some 2 log2(n) bits; this is a millionth as likely. */
const allowedCommonBits = (count: number): number => Math.ceil(2 * Math.log2(count)) + 20;

/** How far the count of ones at one place may be from the half of all, in standard deviations. */
const allowedDeviations = 6;

/**
 * What speaks against these ids being of 128 random bits: too short, equal, alike at the beginning or the end as numbers
 * that count up are, or a bit that is mostly the same. Empty when nothing does.
 */
export function signsOfOrder(ids: readonly string[]): string[] {
  const bits = ids.map(bitsOf);
  const short = ids.filter((_, index) => bits[index] === null);
  const all = bits.filter((one) => one !== null);
  const signs = short.map((id) => `the id "${id}" has fewer than 128 bits`);
  if (new Set(ids).size < ids.length) signs.push('an id was given twice');
  if (all.length < 2) return [...signs, 'there are too few ids to tell'];
  const most = allowedCommonBits(all.length);
  if (longestCommonStart(all) > most) signs.push(`two ids begin alike for more than ${most} bits`);
  if (longestCommonStart(all.map(reversed)) > most) signs.push(`two ids end alike for more than ${most} bits`);
  for (let place = 0; place < 128; place++) {
    const ones = all.filter((one) => one[place] === '1').length;
    const deviations = Math.abs(ones - all.length / 2) / Math.sqrt(all.length / 4);
    if (deviations > allowedDeviations) signs.push(`bit ${place} is mostly the same`);
  }
  return signs;
}

/** How well one can tell two samples apart by their values: 0.5 not at all, 1 always. Mann and Whitney's. */
export function areaUnderCurve(a: readonly number[], b: readonly number[]): number {
  const all = [...a.map((value) => ({ value, isA: true })), ...b.map((value) => ({ value, isA: false }))].toSorted(
    (one, other) => one.value - other.value,
  );
  let rankSum = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end]?.value === all[start]?.value) end += 1;
    const rank = (start + 1 + end) / 2;
    for (let index = start; index < end; index++) if (all[index]?.isA) rankSum += rank;
    start = end;
  }
  const area = (rankSum - (a.length * (a.length + 1)) / 2) / (a.length * b.length);
  return Math.max(area, 1 - area);
}
