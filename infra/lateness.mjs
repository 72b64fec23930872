/**
 * What is to be said of parts of the tests that ran over their share. How long a part takes depends on what else the
 * machine does, so that alone is no failure: only the whole is, when it takes longer than a change may wait for it.
 *
 * @param took seconds that each part took, by name
 * @param budget the budget.json beside this file
 */
export function lateness(took, { seconds, whole }) {
  const late = Object.entries(took).filter(([name, spent]) => spent > seconds[name]);
  const sum = Object.values(took).reduce((total, spent) => total + spent, 0);
  const isTooLate = sum > whole;
  const sentences = late.map(
    ([name, spent]) => `LATE: ${name} took ${spent.toFixed(1)} s, over its share of ${seconds[name]} s`,
  );
  if (isTooLate) sentences.push(`FAIL: all parts took ${sum.toFixed(1)} s, over the ${whole} s that they may take`);
  return { isTooLate, sentences };
}
