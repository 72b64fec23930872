/** What a meeting takes from a stranger's computer. */
export type DocumentLimits = {
  mostBytes: number;
  mostPages: number;
  /** How long a file may be examined, in milliseconds. */
  checkMs: number;
  /** How long an upload may bring nothing, and how long it may take, in milliseconds. */
  stallMs: number;
  uploadMs: number;
};

/** What the platform takes unless its operator says otherwise. */
export const standardLimits: DocumentLimits = {
  mostBytes: 50_000_000,
  mostPages: 300,
  checkMs: 10_000,
  stallMs: 20_000,
  // Node ends every request after 300 s by itself, without an answer: this is earlier, and answers.
  uploadMs: 270_000,
};
