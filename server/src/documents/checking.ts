import { Worker } from 'node:worker_threads';
import type { UploadRefusal } from '@track2/shared';
import type { DocumentLimits } from './limits.ts';

/** What was found: a PDF with so many pages, or why the file is not taken. */
export type PdfVerdict = { outcome: 'ok'; pages: number } | { outcome: 'refused'; refusal: UploadRefusal };

/** What the worker is given. The bytes are handed over, not copied. */
export type PdfToCheck = {
  bytes: Uint8Array<ArrayBuffer>;
  mostPages: number;
  /** For how long the contents of pages are looked into, in milliseconds. */
  lookMs: number;
};

/** `ready` when the library is loaded: from then on it is the file that takes time. */
export type FromCheckWorker = 'ready' | PdfVerdict;

const program = new URL('./checkWorker.ts', import.meta.url);

// Node bounds a worker's objects but not its buffers, into which a file unpacks: those are seen by what the whole
// process has grown since the check began.
const heapMb = 512;
const mostGrowthBytes = 768 * 1024 * 1024;
const watchEveryMs = 50;

// Loading the library takes a third of a second, and longer on a busy machine.
const mostStartMs = 30_000;

const tooLong: PdfVerdict = { outcome: 'refused', refusal: { code: 'documents.tooLong' } };

/** Whether it has the mark of a PDF, as far from its beginning as readers look for it. */
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

/**
 * Examines PDFs of strangers, one at a time, each in a thread of its own that is ended when it takes too long or too
 * much memory. Whatever a file does there, the meetings go on.
 */
export class PdfChecks {
  readonly #limits: Pick<DocumentLimits, 'mostPages' | 'checkMs'>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(limits: Pick<DocumentLimits, 'mostPages' | 'checkMs'>) {
    this.#limits = limits;
  }

  /** Examines what `load` gives, which is asked when its turn has come. Rejects when that does, or the thread fails. */
  check(load: () => Promise<Uint8Array<ArrayBuffer>>): Promise<PdfVerdict> {
    const verdict = this.#last.then(async () => this.#examine(await load()));
    // The next one waits for its end, however it ends; the rejection goes to the caller.
    this.#last = verdict.catch(() => undefined);
    return verdict;
  }

  async #examine(bytes: Uint8Array<ArrayBuffer>): Promise<PdfVerdict> {
    const { mostPages, checkMs } = this.#limits;
    if (!isPdf(bytes)) return { outcome: 'refused', refusal: { code: 'documents.notAPdf' } };
    const worker = new Worker(program, {
      workerData: { bytes, mostPages, lookMs: checkMs / 2 } satisfies PdfToCheck,
      transferList: [bytes.buffer],
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
      env: {},
      // What the library warns about quotes the file, which is nobody's business.
      stdout: true,
      stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    const before = process.memoryUsage.rss();
    const { promise, resolve, reject } = Promise.withResolvers<PdfVerdict>();
    let clock = setTimeout(() => reject(new Error('the examination of a document did not begin')), mostStartMs);
    worker.on('message', (message: FromCheckWorker) => {
      clearTimeout(clock);
      if (message === 'ready') clock = setTimeout(() => resolve(tooLong), checkMs);
      else resolve(message);
    });
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooLong) : reject(error),
    );
    worker.once('exit', (code) => reject(new Error(`the examination of a document ended with ${code}`)));
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > mostGrowthBytes) resolve(tooLong);
    }, watchEveryMs);
    try {
      return await promise;
    } finally {
      clearTimeout(clock);
      clearInterval(watch);
      await worker.terminate();
    }
  }
}
