import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPolicy } from '@track2/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arriving } from './documentsContract.ts';
import { newMeeting } from './examples.ts';
import { openStorage, type StorageOptions } from './open.ts';
import type { LogEntry, Storage } from './ports.ts';
import { RedisServer } from './redisServer.ts';

const canary = (name: string): string => `canary-${name}-${randomUUID()}`;

/** Marked words in every place that may hold some, and one in a field that is stored as it is. */
async function plant(storage: Storage): Promise<{ secret: string[]; plain: string; meeting: string }> {
  const meeting = await newMeeting(storage);
  const secret = [
    'title',
    'hosts',
    'rule',
    'name',
    'office',
    'delegation',
    'seat',
    'agenda',
    'topic',
    'question',
    'slide',
    'stop',
    'added',
    'note',
    'introduction',
    'edited',
    'translation',
    'label',
    'answer',
    'relabelled',
    'retranslated',
    'typed',
    'email',
    'itemKey',
    'personKey',
    'series',
    'organisation',
    'logo',
    'convener',
  ].map(canary);
  const [
    title = '',
    hosts = '',
    rule = '',
    name = '',
    office = '',
    delegation = '',
    seat = '',
    agenda = '',
    topic = '',
    question = '',
    slide = '',
    stop = '',
    added = '',
    note = '',
    introduction = '',
    edited = '',
    translation = '',
    label = '',
    answer = '',
    relabelled = '',
    retranslated = '',
    typed = '',
    email = '',
    itemKey = '',
    personKey = '',
    series = '',
    organisation = '',
    logo = '',
    convener = '',
  ] = secret;
  const plain = canary('zone');
  await storage.vault.store(meeting, {
    title: { en: title },
    hosts: { en: hosts },
    rule: { version: 1, text: { en: rule } },
    members: { 'member-1': { name, office, language: 'en', email } },
    delegations: { 'delegation-1': { en: delegation } },
    seats: { 'seat-1': seat },
    names: { file: itemKey, items: { 'item-1': itemKey }, people: { 'member-1': personKey }, delegations: {} },
  });
  const events: LogEntry['events'] = [
    {
      type: 'session.created',
      startsAt: 0,
      timeZone: plain,
      ruleVersion: 1,
      policy: defaultPolicy,
      seats: [],
      agenda: [
        {
          id: 'item-1',
          parent: null,
          type: 'qna',
          title: { text: { en: agenda } },
          attribution: 'chathamHouse',
          plannedMs: 1,
          cameras: 'all',
          speaker: null,
          limit: 'soft',
        },
      ],
      hardStops: [{ id: 'stop-1', item: null, at: 1, label: { text: { en: stop } } }],
      budgets: [],
    },
    { type: 'agenda.hardStopSet', stop: { id: 'stop-2', item: null, at: 1, label: { text: { en: added } } } },
    { type: 'agenda.noteSet', item: 'item-1', note: { text: note } },
    { type: 'keynote.introduced', item: 'item-1', introduction: { text: { en: introduction } } },
    {
      type: 'speakers.floorRequested',
      entry: 'e',
      item: 'item-1',
      seat: 's',
      kind: 'pointOfOrder',
      topic: { text: topic },
      category: 'rule',
      turn: null,
      before: null,
      at: 1,
    },
    {
      type: 'questions.submitted',
      question: {
        id: 'q',
        seat: 's',
        text: { text: question },
        language: 'en',
        submittedAt: 1,
        status: 'submitted',
        live: false,
        anonymous: true,
        addressee: null,
        followUp: null,
        translation: { language: 'fa', text: { text: translation } },
        labels: [{ text: label }],
        mergedInto: null,
        votes: 0,
        voters: [],
        left: null,
        answer: { language: 'en', text: { text: answer } },
      },
    },
    {
      type: 'questions.edited',
      question: 'q',
      text: { text: edited },
      language: 'en',
      anonymous: true,
      addressee: null,
    },
    { type: 'questions.labelled', question: 'q', labels: [{ text: relabelled }] },
    {
      type: 'questions.translated',
      question: 'q',
      translation: { language: 'fa', text: { text: retranslated } },
    },
    {
      type: 'questions.answeredInWriting',
      question: 'q',
      answer: { language: 'en', text: { text: typed } },
      status: 'answered',
    },
  ];
  await storage.desk.putSeries({
    id: 'series-1',
    title: { en: series },
    organisations: [{ id: 'o-1', name: { en: organisation }, part: 'host' }],
    logos: { 'o-1': { document: 'logo-1', type: 'image/png' } },
  });
  await storage.documents.put('series-1', 'logo-1', arriving(Buffer.from(logo)));
  await storage.desk.putConvener({ id: 'convener-1', name: convener, since: 1 });
  await storage.desk.putMeeting(meeting, { series: 'series-1', people: {} });
  const entry: LogEntry = { seq: 1, epoch: 1, at: 1, wall: 1, by: 'member-1', events };
  await storage.log.append(meeting, { epoch: 1, expectedSeq: 0, entry, reply: null, at: 1 });
  await storage.documents.put(meeting, 'document-1', arriving(Buffer.from(slide)));
  return { secret, plain, meeting };
}

async function bytesOf(folders: string[]): Promise<Buffer> {
  const files = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })));
  const contents = files
    .flat()
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name)));
  return Buffer.concat(await Promise.all(contents));
}

/** Which of the marked words, the key of the meeting among them, lie readable in the folders. */
async function found(options: StorageOptions, folders: string[]) {
  const storage = await openStorage(options);
  const { secret, plain, meeting } = await plant(storage);
  const key = await storage.keys.key(meeting);
  const open = await bytesOf(folders);
  await storage.close();
  const bytes = Buffer.concat([open, await bytesOf(folders)]);
  return { secret: [...secret, key ?? ''].filter((mark) => bytes.includes(mark)), plain: bytes.includes(plain) };
}

describe('the files of a store', () => {
  const masterKey = randomBytes(32);
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'track2-canary-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  // The plain mark shows that the search would have found the others.
  it('hold no word of a meeting: sqlite with its journal and keys', async () => {
    const marks = await found({ kind: 'sqlite', dataDir, masterKey }, [dataDir]);
    expect(marks).toEqual({ secret: [], plain: true });
  });

  it('hold no word of a meeting: redis with its journal', async () => {
    const server = await RedisServer.start();
    const marks = await found({ kind: 'redis', dataDir, masterKey, url: server.url }, [dataDir, server.folder]);
    expect(marks).toEqual({ secret: [], plain: true });
    await server.stop();
  });
});
