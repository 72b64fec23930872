/** How much a proof does: `quick` in every test run, `full` for the count that was promised. */
export type Extent = 'quick' | 'full';

/** What came out: `short` when the promise is not kept, or when the proof could not have noticed. */
export type Verdict = { isKept: boolean; figure: string };

/** A promise of the platform and the proof of it. */
export type PromiseProof = {
  id: string;
  /** How many times it is tried, in each form. */
  counts: Record<Extent, number>;
  prove(count: number): Promise<Verdict>;
};
