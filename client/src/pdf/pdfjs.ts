import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  type RenderTask,
  version,
} from 'pdfjs-dist';
import rendererUrl from 'pdfjs-dist/build/pdf.renderer.min.mjs?url';
// oxlint-disable-next-line import/default -- Vite gives the address of the file, whatever the file exports
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { readableLines } from './readable.ts';

// This module brings the library with it and is loaded when somebody first opens a document. Files are read in a
// worker and drawn in another, so that whatever a stranger's file asks for, the page of the meeting goes on.
declare global {
  interface Window {
    /** Not in every browser; where it is, the content policy makes it count. */
    readonly trustedTypes?: {
      createPolicy(name: 'default', rules: { createScriptURL(url: string): string | null }): unknown;
    };
  }
}

// The library names its workers by text, which the content policy takes for no script: these two alone it may start.
const workers: ReadonlySet<string> = new Set([workerUrl, rendererUrl]);
window.trustedTypes?.createPolicy('default', { createScriptURL: (url) => (workers.has(url) ? url : null) });

GlobalWorkerOptions.workerSrc = workerUrl;
GlobalWorkerOptions.rendererSrc = rendererUrl;

/** Where the build puts what the library fetches when a file needs it: see pdfResources.ts. */
const resources = import.meta.env.DEV ? '/node_modules/pdfjs-dist/' : `/pdfjs-${version}/`;

/** As on the server: a larger picture is left out, as it would take more memory than all the rest. */
const MOST_IMAGE_PIXELS = 50_000_000;
/** What the smallest of today's browsers draws in one canvas. */
const MOST_CANVAS_PIXELS = 16_000_000;
/** The page that is shown, the one before and the one after it. */
const MOST_PICTURES = 3;

/** Room for a page, in CSS pixels, and how many device pixels make one of them. */
export type Room = { width: number; height: number; density: number };

/** A page, drawn as large as it fits in a room; its size in CSS pixels. */
export type Picture = { canvas: HTMLCanvasElement; width: number; height: number };

type Drawing = { task: RenderTask | null; gone: boolean; picture: Promise<Picture> };

/** A PDF that is open: draws its pages and keeps the last few pictures. Lives until it is closed. */
export class OpenPdf {
  readonly #document: PDFDocumentProxy;
  /** By page and room, the one used longest ago first. */
  readonly #drawings = new Map<string, Drawing>();

  constructor(document: PDFDocumentProxy) {
    this.#document = document;
  }

  /** The picture of a page, counted from 1. Rejects when it cannot be drawn, or when too many were asked for after it. */
  picture(number: number, room: Room): Promise<Picture> {
    const key = `${number} ${room.width} ${room.height} ${room.density}`;
    const drawing = this.#drawings.get(key) ?? this.#begin(number, room);
    this.#drawings.delete(key);
    this.#drawings.set(key, drawing);
    for (const [oldest, old] of this.#drawings) {
      if (this.#drawings.size <= MOST_PICTURES) break;
      this.#drawings.delete(oldest);
      giveUp(old);
    }
    // What could not be drawn is tried anew when it is asked for again.
    drawing.picture.catch(() => {
      if (this.#drawings.get(key) === drawing) this.#drawings.delete(key);
    });
    return drawing.picture;
  }

  /** The words of a page as they are read, with their language where the file says it. */
  async words(number: number): Promise<{ lines: string[]; language: string | null }> {
    const page = await this.#document.getPage(number);
    const { items, lang } = await page.getTextContent();
    const pieces = items.flatMap((item) => {
      if (!('str' in item)) return [];
      const [, , , , x, y] = item.transform as number[];
      return [{ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, height: item.height }];
    });
    return { lines: readableLines(pieces), language: lang };
  }

  /** The file as it came. */
  bytes(): Promise<Uint8Array> {
    return this.#document.getData();
  }

  /** Gives everything back. Nothing can be drawn after it. */
  close(): void {
    for (const drawing of this.#drawings.values()) giveUp(drawing);
    this.#drawings.clear();
    void this.#document.loadingTask.destroy(); // nothing follows it
  }

  #begin(number: number, room: Room): Drawing {
    const drawing: Drawing = { task: null, gone: false, picture: Promise.reject(new Error('not begun')) };
    drawing.picture.catch(() => undefined);
    drawing.picture = this.#draw(number, room, drawing);
    return drawing;
  }

  async #draw(number: number, room: Room, drawing: Drawing): Promise<Picture> {
    const page = await this.#document.getPage(number);
    if (drawing.gone) throw new Error('not wanted any more');
    const { width, height, scale } = fitted(page, room);
    const canvas = document.createElement('canvas');
    const pixels = Math.min(room.density, Math.sqrt(MOST_CANVAS_PIXELS / (width * height)));
    canvas.width = Math.max(1, Math.round(width * pixels));
    canvas.height = Math.max(1, Math.round(height * pixels));
    drawing.task = page.render({ canvas, viewport: page.getViewport({ scale: scale * pixels }) });
    await drawing.task.promise;
    page.cleanup();
    return { canvas, width, height };
  }
}

/** The size of a page that is as large as it fits, in CSS pixels. */
function fitted(page: PDFPageProxy, room: Room): { width: number; height: number; scale: number } {
  const own = page.getViewport({ scale: 1 });
  const scale = Math.min(room.width / own.width, room.height / own.height);
  return { width: own.width * scale, height: own.height * scale, scale };
}

function giveUp(drawing: Drawing): void {
  drawing.gone = true;
  drawing.task?.cancel();
  // Browsers give the memory of a canvas back late; one without size has none. What is on the page stays.
  drawing.picture.then(
    ({ canvas }) => {
      if (!canvas.isConnected) canvas.width = canvas.height = 0;
    },
    () => undefined,
  );
}

/** Opens a PDF. The bytes are handed over to it. Rejects when it cannot be read. */
export async function openPdf(data: Uint8Array<ArrayBuffer>): Promise<OpenPdf> {
  const { promise } = getDocument({
    data,
    verbosity: 0,
    cMapUrl: `${resources}cmaps/`,
    standardFontDataUrl: `${resources}standard_fonts/`,
    wasmUrl: `${resources}wasm/`,
    // The content security policy allows no WebAssembly; the library has the same decoders as scripts.
    useWasm: false,
    maxImageSize: MOST_IMAGE_PIXELS,
    enableXfa: false,
  });
  return new OpenPdf(await promise);
}
