import { createHash } from 'node:crypto';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isThere } from './bootstrap.mjs';
import { ensureDebianPackages } from './debian.mjs';
import { inRoot, node, userCache } from './paths.mjs';
import { must, run, SetupError, toolEnv } from './process.mjs';
import { say, step } from './report.mjs';

const recipe = inRoot('infra', 'mediasoup-worker');
const binaryName = 'mediasoup-worker';
const downloadAnswersWithinMs = 5000;
const unfinished = '.building-';
const abandonedAfterMs = 6 * 3600 * 1000;
// What the worker exits with when it runs without MEDIASOUP_VERSION: the sign, also to mediasoup itself, that the host can run it.
const runsHere = 41;
// One command makes all message headers; asking for one makes them all.
const anyMessageHeader = 'fbs/FBS/notification.h';

/** Each patch of the recipe must find its text exactly once, so that a new mediasoup version cannot lose one unseen. */
const patches = [
  { file: 'meson.build', from: "meson_version: '>= 1.1.0'", to: "meson_version: '>= 1.0.0'" },
  {
    file: 'src/RTC/DtlsTransport.cpp',
    from: '(operationType == BIO_CB_RETURN)',
    to: '(operationType & BIO_CB_RETURN)',
    within: 'onSslBioOut(',
  },
];

export function applyPatch(source, { file, from, to, within }) {
  const start = within === undefined ? 0 : source.indexOf(within);
  const found = start < 0 ? 0 : source.slice(start).split(from).length - 1;
  if (found !== 1)
    throw new SetupError(`The worker's recipe expects "${from}" once in ${file}, but found it ${found} times.`);
  return source.slice(0, start) + source.slice(start).replace(from, () => to);
}

async function recipeHash() {
  const hash = createHash('sha256');
  const files = (await readdir(recipe, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /^(meson.*|.*\.(c|h))$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .toSorted();
  for (const file of files) hash.update(file.slice(recipe.length)).update(await readFile(file));
  hash.update(JSON.stringify(patches));
  return hash.digest('hex').slice(0, 12);
}

export async function mediasoupFolder() {
  return realpath(inRoot('server', 'node_modules', 'mediasoup'));
}

export async function mediasoupManifest() {
  return JSON.parse(await readFile(join(await mediasoupFolder(), 'package.json'), 'utf8'));
}

async function downloadAnswers({ repository, version }) {
  const base =
    process.env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL ??
    `${repository.url.replace(/^git\+/, '').replace(/\.git$/, '')}/releases/download`;
  const name = `mediasoup-worker-${version}-linux-${process.arch}-kernel${await kernelMajor()}.tgz`;
  // Not reachable, refused and too slow all mean the same here: the recipe has to do.
  return fetch(`${base}/${version}/${name}`, {
    method: 'HEAD',
    signal: AbortSignal.timeout(downloadAnswersWithinMs),
  }).then(
    (response) => response.ok,
    () => false,
  );
}

async function kernelMajor() {
  return (await readFile('/proc/sys/kernel/osrelease', 'utf8')).split('.')[0];
}

/** mediasoup's own install step, in a folder of its own. Its fall-back build starts with Python, which is withheld from it. */
async function downloadPrebuilt(into) {
  const folder = join(into, 'install');
  await mkdir(folder);
  const source = await mediasoupFolder();
  for (const file of ['npm-scripts.mjs', 'package.json']) await cp(join(source, file), join(folder, file));
  await symlink(dirname(source), join(folder, 'node_modules'));
  const { code } = await run(node, ['npm-scripts.mjs', 'postinstall'], {
    cwd: folder,
    quiet: true,
    env: toolEnv({ PYTHON: '/bin/false' }),
  });
  const binary = join(folder, 'worker', 'out', 'Release', binaryName);
  return code === 0 && (await isThere(binary)) ? binary : undefined;
}

/** ninja's own count, redrawn on a terminal and thinned out to a line per tenth elsewhere. */
function showNinjaCount() {
  let lastTenth = -1;
  return (line) => {
    const count = /^\[(\d+)\/(\d+)\]/.exec(line);
    if (!count) return;
    const [done, total] = [Number(count[1]), Number(count[2])];
    const tenth = Math.floor((10 * done) / total);
    if (process.stdout.isTTY)
      process.stdout.write(`\rtrack2: worker step ${done} of ${total}${done === total ? '\n' : ''}`);
    else if (tenth > lastTenth) process.stdout.write(`track2: worker step ${done} of ${total}\n`);
    lastTenth = tenth;
  };
}

async function buildFromRecipe(into) {
  await ensureDebianPackages('worker', 'Building the media worker');
  const source = join(into, 'worker');
  const out = join(into, 'out');
  await cp(join(await mediasoupFolder(), 'worker'), source, { recursive: true });
  for (const entry of await readdir(recipe, { withFileTypes: true })) {
    if (entry.isDirectory())
      await cp(join(recipe, entry.name), join(source, 'subprojects', entry.name), { recursive: true });
  }
  for (const patch of patches) {
    const file = join(source, patch.file);
    await writeFile(file, applyPatch(await readFile(file, 'utf8'), patch));
  }
  // Debian's meson wants Debian's Python and compiler: the outer environment, not the tools folder.
  const env = { ...process.env, NINJA_STATUS: '[%f/%t] ' };
  await must(
    'Configuring the media worker',
    'meson',
    ['setup', out, source, '--buildtype=release', '-Db_ndebug=true', '--wrap-mode=nodownload'],
    {
      env,
      quiet: true,
    },
  );
  // First by itself: mediasoup's build does not say that its first sources include these headers, and loses the race now and then.
  await must("Generating the media worker's messages", 'ninja', ['-C', out, anyMessageHeader], {
    env,
    quiet: true,
  });
  await must('Compiling the media worker', 'ninja', ['-C', out, binaryName], { env, onLine: showNinjaCount() });
  return join(out, binaryName);
}

async function startsHere(binary) {
  const { code } = await run(binary, [], { quiet: true, env: {} }).catch(() => ({ code: -1 }));
  return code === runsHere;
}

/** A build that was killed could not clean up after itself; one that is still running is younger. */
async function removeAbandoned(folder) {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!name.includes(unfinished)) continue;
    // A build beside this one may have finished and removed its folder in between.
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > abandonedAfterMs) await rm(path, { recursive: true, force: true });
  }
}

async function fill(entry) {
  const manifest = await mediasoupManifest();
  await mkdir(dirname(entry), { recursive: true });
  // Beside the entry, so that the last step is a rename within one file system: another start sees all of it or nothing.
  await removeAbandoned(dirname(entry));
  const temporary = await mkdtemp(`${entry}${unfinished}`);
  try {
    const downloaded = (await downloadAnswers(manifest))
      ? await step(`downloading mediasoup ${manifest.version}'s media worker`, () => downloadPrebuilt(temporary))
      : undefined;
    const binary =
      downloaded ??
      (await step('building the media worker from Debian libraries (about 4 minutes on 2 cores, once)', () =>
        buildFromRecipe(temporary),
      ));
    await step('trying the new media worker', () =>
      must('The new media worker', node, [join(recipe, 'smoke.mjs')], {
        quiet: true,
        env: toolEnv({ MEDIASOUP_WORKER_BIN: binary }),
      }),
    );
    const finished = join(temporary, 'entry');
    await mkdir(finished);
    await rename(binary, join(finished, binaryName));
    await rename(finished, entry).catch(async (error) => {
      // A start beside this one was faster; its entry is as good.
      if (!(await isThere(join(entry, binaryName)))) throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/**
 * The media worker's path: MEDIASOUP_WORKER_BIN, else the user's cache, else mediasoup's download, else the recipe.
 * `entry` is its folder in the cache, absent for a worker that the operator brought.
 */
export async function ensureWorker() {
  const given = process.env.MEDIASOUP_WORKER_BIN;
  if (given) {
    if (await startsHere(given)) return { binary: given };
    throw new SetupError(
      `MEDIASOUP_WORKER_BIN names ${given}, which is no mediasoup worker that runs on this machine. Example: /usr/local/bin/mediasoup-worker`,
    );
  }
  const { version } = await mediasoupManifest();
  const entry = join(userCache, binaryName, `${version}-${await recipeHash()}-linux-${process.arch}`);
  const binary = join(entry, binaryName);
  if (await isThere(binary)) {
    if (await startsHere(binary)) return { binary, entry };
    say('the cached media worker does not run on this machine any more; making a new one');
    await rm(entry, { recursive: true, force: true });
  }
  await fill(entry);
  return { binary, entry };
}
