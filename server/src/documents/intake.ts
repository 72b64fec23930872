import type { Readable } from 'node:stream';
import type { DocumentUse, Id } from '@track2/shared';
import { newId } from '../identity/secrets.ts';
import type { MeetingHost } from '../meeting/meetingHost.ts';
import type { Documents } from '../storage/ports.ts';
import { arrival, UploadRefused } from './arrival.ts';
import { PdfChecks } from './checking.ts';
import type { DocumentLimits } from './limits.ts';
import { readableName } from './names.ts';
import { UploadTurns } from './turns.ts';

export type Upload = {
  member: Id;
  item: Id;
  use: DocumentUse;
  /** As the sender says it. */
  name: string;
  /** How many bytes the sender says will come; null when it does not say. */
  announcedBytes: number | null;
  body: Readable;
};

/** Takes the files of members into their meetings: asked for, received, examined, and only then in the meeting. */
export class Intake {
  readonly #documents: Documents;
  readonly #limits: DocumentLimits;
  readonly #checks: PdfChecks;
  readonly #turns: UploadTurns;

  constructor({
    documents,
    limits,
    monotonic,
  }: { documents: Documents; limits: DocumentLimits; monotonic: () => number }) {
    this.#documents = documents;
    this.#limits = limits;
    this.#checks = new PdfChecks(limits);
    this.#turns = new UploadTurns(monotonic);
  }

  /** Gives the document's id once it is in the meeting. Throws {@link UploadRefused}; nothing is kept then. */
  async receive(host: MeetingHost, upload: Upload): Promise<Id> {
    const { member, item, announcedBytes } = upload;
    const { mostBytes } = this.#limits;
    const refusal = host.uploadRefusal(member, item);
    if (refusal !== null) throw new UploadRefused(refusal);
    if (announcedBytes !== null && announcedBytes > mostBytes)
      throw new UploadRefused({ code: 'documents.tooLarge', mostBytes });
    const document = await this.#turns.take(member, () => this.#take(host, upload));
    if (document === null) throw new UploadRefused({ code: 'documents.tooOften' });
    return document;
  }

  async #take(host: MeetingHost, { member, item, use, name, body }: Upload): Promise<Id> {
    const { meeting } = host;
    const document = newId();
    const { content, count } = counted(arrival(body, this.#limits));
    await this.#documents.put(meeting, document, content);
    let decided = false;
    try {
      const verdict = await this.#checks.check(() => this.#whole(meeting, document, count()));
      if (verdict.outcome === 'refused') throw new UploadRefused(verdict.refusal);
      const about = { member, document, item, use, name: readableName(name), pages: verdict.pages, bytes: count() };
      decided = true;
      const refusal = await host.instruct({ type: 'documents.receive', ...about });
      if (refusal !== null) throw new UploadRefused(refusal);
      return document;
    } catch (error) {
      // A fault in the decision may have come after it was written: then the file stays, and the next start clears up.
      if (!decided || error instanceof UploadRefused) await this.#documents.delete(meeting, document);
      throw error;
    }
  }

  /** All bytes in memory of their own, which the examination can be given. */
  async #whole(meeting: Id, document: Id, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const whole = new Uint8Array(length);
    let at = 0;
    for await (const piece of (await this.#documents.get(meeting, document)) ?? []) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }
}

function counted(content: AsyncIterable<Uint8Array>): { content: AsyncIterable<Uint8Array>; count: () => number } {
  let bytes = 0;
  async function* counting(): AsyncGenerator<Uint8Array> {
    for await (const part of content) {
      bytes += part.length;
      yield part;
    }
  }
  return { content: counting(), count: () => bytes };
}
