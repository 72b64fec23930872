import { parentPort, workerData } from 'node:worker_threads';
import { getDocument, PasswordException, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// What the former would load by itself, but only once the clock runs.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { FromCheckWorker, PdfToCheck, PdfVerdict } from './checking.ts';

// The thread in which a stranger's PDF is examined. It opens the file with the library with which browsers show it, so
// that what passes here is shown there. That library runs no script of a file and fetches nothing that one names.

const refused = (refusal: Extract<PdfVerdict, { outcome: 'refused' }>['refusal']): PdfVerdict => ({
  outcome: 'refused',
  refusal,
});

/** Four decoded bytes a pixel: a larger picture is left out, as it would take more than all the rest. */
const mostPixels = 50_000_000;

/** Opens every page, and what is on it as long as there is time: a page that cannot be shown, or never, is found here. */
async function look(document: PDFDocumentProxy, lookMs: number): Promise<void> {
  const until = performance.now() + lookMs;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    if (performance.now() < until) await page.getOperatorList();
    page.cleanup();
  }
}

async function examine({ bytes, mostPages, lookMs }: PdfToCheck): Promise<PdfVerdict> {
  try {
    const document = await getDocument({
      data: bytes,
      verbosity: 0,
      maxImageSize: mostPixels,
      useSystemFonts: false,
      useWorkerFetch: false,
      enableXfa: false,
    }).promise;
    const pages = document.numPages;
    if (pages > mostPages) return refused({ code: 'documents.tooManyPages', pages, most: mostPages });
    await look(document, lookMs);
    return { outcome: 'ok', pages };
  } catch (error) {
    if (error instanceof PasswordException) return refused({ code: 'documents.passwordProtected' });
    // Whatever else the library throws is the file's doing: it was given nothing but the file.
    return refused({ code: 'documents.corrupt' });
  }
}

function tell(message: FromCheckWorker): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows, this is a thread
  parentPort?.postMessage(message);
}

tell('ready');
tell(await examine(workerData as PdfToCheck));
