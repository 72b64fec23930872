import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/**
 * JavaScript that a page of the client may take, brotli, in bytes. Fonts, styles and what `lazy` names do not count;
 * `chair` is the meeting with the console.
 */
const budgets = { lobby: 120_000, meeting: 240_000, chair: 274_000 };

/** Chunks that are loaded when somebody asks for what they do, by the start of their names. */
const lazy = [
  'AddSeatDialog',
  'AgendaEditor',
  'AtDoor',
  'ChairActions',
  'ChairConsole',
  'ChairOfferNotice',
  'ClosedPage',
  'ConvenersDesk',
  'DocumentDialog',
  'DoorDesk',
  'Dragging',
  'FloorDialogs',
  'LaterNews',
  'LinesDialog',
  'ListTools',
  'ManagedQueue',
  'MeetingChoices',
  'MenuList',
  'ModalDialog',
  'MoreSheet',
  'NetworkCheck',
  'PeoplePanel',
  'PolicyChoices',
  'QuestionDesk',
  'QuestionDialog',
  'QuestionOrder',
  'QuestionsPanel',
  'SettingsDialog',
  'ShortcutsDialog',
  'SlidesCard',
  'SlidesStage',
  'SpeakerWindowContent',
  'SpeakersPanel',
  'TimesDialog',
  'TourDialog',
  'UndoCountdown',
  'UploadDialog',
  'afterwards',
  'decide',
  'pdfjs',
];
const languages = ['en', 'fa'];
const beforeTheMeeting = 'door';
const theChairs = 'ChairConsole';

const stem = (file) => file.slice(0, file.indexOf('-'));

async function readChunk(folder, file) {
  const code = await readFile(join(folder, 'assets', file), 'utf8');
  const named = (pattern) => [...code.matchAll(pattern)].map(([, name]) => name);
  return {
    bytes: brotliCompressSync(code).length,
    needs: named(/(?:\bfrom|\bimport)\s*["'`]\.\/([\w.-]+\.js)["'`]/g),
    mayLoad: named(/\bimport\(\s*["'`]\.\/([\w.-]+\.js)["'`]\s*\)/g),
  };
}

/** All chunks that the built page can come to load, and the one that it begins with. */
async function readChunks(folder) {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const entry = /<script type="module"[^>]* src="\/assets\/([^"]+)"/.exec(page)?.[1];
  if (entry === undefined) throw new Error('The built index.html loads no script from /assets.');
  const chunks = new Map();
  const read = async (file) => {
    if (chunks.has(file)) return;
    const chunk = await readChunk(folder, file);
    chunks.set(file, chunk);
    for (const next of [...chunk.needs, ...chunk.mayLoad]) await read(next);
  };
  await read(entry);
  return { entry, chunks };
}

/** Bytes of these chunks with all that they import. */
function bytesOf(chunks, files) {
  const counted = new Set();
  const count = (file) => {
    if (counted.has(file)) return 0;
    counted.add(file);
    const { bytes, needs } = chunks.get(file);
    return needs.reduce((sum, next) => sum + count(next), bytes);
  };
  return files.reduce((sum, file) => sum + count(file), 0);
}

/** What the lobby and the meeting take in the language that takes more. What is not named as lazy counts. */
export async function measure(folder) {
  const { entry, chunks } = await readChunks(folder);
  const later = [...new Set([...chunks.values()].flatMap(({ mayLoad }) => mayLoad))];
  const doors = later.filter((file) => stem(file) === beforeTheMeeting);
  const words = later.filter((file) => languages.includes(stem(file)));
  const inMeeting = later.filter((file) => ![beforeTheMeeting, ...languages, ...lazy].includes(stem(file)));
  const ofTheChair = later.filter((file) => stem(file) === theChairs);
  if (doors.length !== languages.length || words.length !== languages.length)
    throw new Error(`Words are loaded for each language, before and in the meeting; found: ${later.join(', ')}`);
  return {
    lobby: Math.max(...doors.map((door) => bytesOf(chunks, [entry, door]))),
    meeting: Math.max(...words.map((catalogue) => bytesOf(chunks, [entry, catalogue, ...inMeeting]))),
    chair: Math.max(...words.map((catalogue) => bytesOf(chunks, [entry, catalogue, ...inMeeting, ...ofTheChair]))),
  };
}

const kB = (bytes) => (bytes / 1000).toFixed(1);

/** The figures in words, and which budgets are exceeded. */
export function judge(sizes) {
  const pages = Object.entries(budgets);
  return {
    figures: pages.map(([page, budget]) => `${page} ${kB(sizes[page])} of ${kB(budget)} kB`).join(', '),
    over: pages.filter(([page, budget]) => sizes[page] > budget).map(([page]) => page),
  };
}
