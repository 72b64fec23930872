import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MeetingDocument } from '@track2/shared';
import { pdfOf } from '@track2/shared/testing';
import { pino } from 'pino';
import { standardLimits } from '../../src/documents/limits.ts';
import { openStorage } from '../../src/storage/open.ts';
import type { Person } from '../person.ts';
import { type Platform, startPlatform } from '../platform.ts';
import { said, upload } from './uploading.ts';

/** Shorter than a platform's, so that a test is short. */
const limits = { ...standardLimits, checkMs: 3000, stallMs: 1000, uploadMs: 2500 };

/** What is kept of refused files. */
export const nothing = { files: [], documents: [], faults: [] };

/** The example meeting on a server with a disk, before its beginning: three people inside. Closed by the test. */
export class DocumentStage {
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'track2-upload-'));
  readonly #logged: string[] = [];
  platform!: Platform;
  chair!: Person;
  keynote!: Person;
  participant!: Person;

  static async open(): Promise<DocumentStage> {
    const stage = new DocumentStage();
    stage.platform = await stage.#start();
    stage.chair = await stage.#enter('chair');
    stage.keynote = await stage.inside('keynote');
    stage.participant = await stage.inside('ir-1');
    return stage;
  }

  async close(): Promise<void> {
    for (const person of [this.chair, this.keynote, this.participant]) person.close();
    await this.#stop();
    rmSync(this.#dataDir, { recursive: true });
  }

  /** Ends the server and starts another on what lies on the disk. */
  async restart(): Promise<void> {
    await this.#stop();
    this.platform = await this.#start(this.platform.links);
  }

  async inside(seat: string): Promise<Person> {
    const person = await this.#enter(seat);
    await this.chair.act({ type: 'roster.admit', member: person.member });
    return person;
  }

  /** The keynote's item. */
  get item(): string {
    return this.chair.state.agenda.items.find(({ type, speaker }) => type === 'keynote' && speaker !== null)?.id ?? '';
  }

  /** The documents as the chair sees them. */
  get documents(): readonly MeetingDocument[] {
    return this.chair.state.documents.documents;
  }

  /** The names of the files that documents have on the disk, unfinished ones too. */
  readonly files = (): string[] =>
    this.#allFiles()
      .filter(({ parentPath }) => parentPath.includes('/documents/'))
      .map(({ name }) => name);

  /** All that is on the disk, and all that was logged. */
  traces(): { disk: Buffer; log: string } {
    const disk = this.#allFiles().map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
    return { disk: Buffer.concat(disk), log: this.#logged.join('') };
  }

  /** Uploads a sound file; its id once the uploader sees it. */
  async uploaded(
    person = this.keynote,
    bytes: Uint8Array = pdfOf({ pages: 3 }),
    use: 'slides' | 'paper' = 'slides',
  ): Promise<string> {
    const answer = await upload(person, bytes, { item: this.item, use });
    if (answer.status !== 201) throw new Error(`not taken: ${answer.body.toString()}`);
    const { document } = said(answer) as { document: string };
    await person.until(() => person.state.documents.documents.some(({ id }) => id === document));
    return document;
  }

  /** What there is of documents in the store and the meeting, and of faults in the log. */
  kept(): { files: string[]; documents: readonly MeetingDocument[]; faults: string[] } {
    const faults = this.#logged.filter((line) => line.includes('fault') || line.includes('request failed'));
    return { files: this.files(), documents: this.documents, faults };
  }

  async #enter(seat: string): Promise<Person> {
    const person = await this.platform.open(seat);
    await person.enterLobby();
    return person;
  }

  async #start(links?: Platform['links']): Promise<Platform> {
    const storage = await openStorage({ kind: 'sqlite', dataDir: this.#dataDir, masterKey: Buffer.alloc(32, 7) });
    const config = { origins: [] as string[], publicUrl: 'http://localhost:3000', tls: null, trustedProxies: [] };
    const logger = pino({ level: 'trace' }, { write: (line: string) => void this.#logged.push(line) });
    const started = await startPlatform({
      storage,
      logger,
      config: { ...config, documents: limits },
      ...(links === undefined ? {} : { links }),
    });
    config.origins.push(started.url);
    return started;
  }

  async #stop(): Promise<void> {
    await this.platform.close();
    await this.platform.storage.close();
  }

  #allFiles() {
    const entries = readdirSync(this.#dataDir, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile());
  }
}
