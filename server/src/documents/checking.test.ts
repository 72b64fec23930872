import { passwordProtectedPdf, pdfOf, scriptedPdf, truncatedPdf } from '@track2/shared/testing';
import { describe, expect, it, vi } from 'vitest';
import { pdfBomb } from '../../test/support/bomb.ts';
import { PdfChecks, type PdfVerdict } from './checking.ts';

// Each examination loads the library anew, which takes long on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 30_000 });

const limits = { mostPages: 300, checkMs: 10_000 };
const copyOf = (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => Promise.resolve(new Uint8Array(bytes));
const check = (bytes: Uint8Array, given = limits): Promise<PdfVerdict> =>
  new PdfChecks(given).check(() => copyOf(bytes));
const ascii = (text: string): Uint8Array => Buffer.from(text);

describe('a PDF is', () => {
  it.each([1, 3, 300])('taken with its %d pages', async (pages) => {
    expect(await check(pdfOf({ pages }))).toEqual({ outcome: 'ok', pages });
  });

  const refused: [string, Uint8Array, object][] = [
    ['empty', new Uint8Array(0), { code: 'documents.notAPdf' }],
    ['a text', ascii('Distinguished colleagues'), { code: 'documents.notAPdf' }],
    ['another kind of file', ascii(`PK\u0003\u0004${'x'.repeat(5000)}%PDF-1.7`), { code: 'documents.notAPdf' }],
    ['a PDF by its first line alone', ascii(`%PDF-1.7\n${'x'.repeat(5000)}`), { code: 'documents.corrupt' }],
    ['cut in half', truncatedPdf(), { code: 'documents.corrupt' }],
    ['locked', passwordProtectedPdf(), { code: 'documents.passwordProtected' }],
    ['of 301 pages', pdfOf({ pages: 301 }), { code: 'documents.tooManyPages', pages: 301, most: 300 }],
    ['of 600 pages', pdfOf({ pages: 600 }), { code: 'documents.tooManyPages', pages: 600, most: 300 }],
  ];
  it.each(refused)('refused when it is %s', async (_, bytes, refusal) => {
    expect(await check(bytes)).toEqual({ outcome: 'refused', refusal });
  });

  it('taken with a script in it, which nobody runs', async () => {
    const script = 'globalThis.process.exit(7)';
    expect(await check(scriptedPdf(script))).toEqual({ outcome: 'ok', pages: 1 });
  });

  it('refused when it would not be open in time', async () => {
    const verdict = await check(pdfBomb({ unit: 'q ', megabytes: 100 }), { ...limits, checkMs: 1000 });
    expect(verdict).toEqual({ outcome: 'refused', refusal: { code: 'documents.tooLong' } });
  });

  it('refused when it unpacks to more than there is room for, long before the time is over', async () => {
    const file = pdfBomb({ unit: ' ', megabytes: 4000 });
    const before = process.memoryUsage.rss();
    const startedAt = performance.now();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
    const verdict = await check(file, { ...limits, checkMs: 60_000 });
    expect(verdict).toEqual({ outcome: 'refused', refusal: { code: 'documents.tooLong' } });
    expect(performance.now() - startedAt).toBeLessThan(30_000);
    clearInterval(watch);
    expect(most - before).toBeLessThan(1_500_000_000);
  }, 60_000);
});

describe('examinations', () => {
  it('are made one at a time, and a bad file or a failed read keeps nobody waiting for ever', async () => {
    const checks = new PdfChecks(limits);
    let loading = 0;
    const load = (bytes: Uint8Array) => async (): Promise<Uint8Array<ArrayBuffer>> => {
      loading += 1;
      expect(loading).toBe(1);
      const copy = await copyOf(bytes);
      // Nobody else reads a file while this one is looked at.
      setTimeout(() => (loading -= 1), 20);
      return copy;
    };
    const results = await Promise.allSettled([
      checks.check(load(pdfOf({ pages: 1 }))),
      checks.check(() => Promise.reject(new Error('the disk is away'))),
      checks.check(load(truncatedPdf())),
      checks.check(load(pdfOf({ pages: 2 }))),
    ]);
    expect(results).toMatchObject([
      { value: { outcome: 'ok', pages: 1 } },
      { status: 'rejected' },
      { value: { outcome: 'refused' } },
      { value: { outcome: 'ok', pages: 2 } },
    ]);
  });
});
