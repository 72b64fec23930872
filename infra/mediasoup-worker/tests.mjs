import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isThere } from '../bootstrap.mjs';
import { node } from '../paths.mjs';
import { must, run, SetupError, toolEnv } from '../process.mjs';
import { say, step } from '../report.mjs';
import { mediasoupFolder, mediasoupManifest } from '../worker.mjs';

const marker = 'passed-mediasoup-tests.json';
const toolsOfTheTests = ['jest', 'pick-port', 'werift-sctp'];
// Wants test/data/dtls-cert.pem, which mediasoup's npm package leaves out.
const wantsMissingFile = 'mediasoup.createWorker() succeeds';

async function runTests(binary) {
  const folder = await mkdtemp(join(tmpdir(), 'track2-mediasoup-tests-'));
  try {
    const manifest = await mediasoupManifest();
    const tools = Object.fromEntries(toolsOfTheTests.map((name) => [name, manifest.devDependencies[name]]));
    const { name, version, dependencies } = manifest;
    // The tests compare the version with the one in the package's own manifest.
    await writeFile(
      join(folder, 'package.json'),
      JSON.stringify({ name, version, private: true, dependencies: { ...dependencies, ...tools } }),
    );
    await cp(join(await mediasoupFolder(), 'node'), join(folder, 'node'), { recursive: true });
    const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
    await must("Installing the tools of mediasoup's tests", 'npm', install, { cwd: folder, quiet: true });
    const report = join(folder, 'report.json');
    const jest = join(folder, 'node_modules', 'jest', 'bin', 'jest.js');
    await run(node, [jest, '--rootDir', folder, '--testMatch', '**/node/lib/test/test-*.js', '--json', '--outputFile', report], {
      cwd: folder,
      quiet: true,
      env: toolEnv({ MEDIASOUP_WORKER_BIN: binary }),
    });
    return JSON.parse(await readFile(report, 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Checks a new cache entry once with the tests that mediasoup ships, and notes it in the entry. */
export async function ensureWorkerIsTested({ binary, entry }) {
  // A worker that the operator brought is the operator's to judge.
  if (entry === undefined) return;
  const note = join(entry, marker);
  if (await isThere(note)) return;
  const report = await step("checking the new media worker with mediasoup's own tests", () => runTests(binary));
  const failed = report.testResults.flatMap(({ assertionResults, message }) =>
    assertionResults.length === 0 ? [message] : assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  );
  const unexpected = failed.filter((fullName) => fullName !== wantsMissingFile);
  if (report.numPassedTests === 0 || unexpected.length > 0) {
    throw new SetupError(`The media worker ${binary} fails mediasoup's own tests:\n${unexpected.join('\n')}`);
  }
  say(`the media worker passes ${report.numPassedTests} of mediasoup's own ${report.numTotalTests} tests`);
  await writeFile(note, JSON.stringify({ passed: report.numPassedTests, failed }));
}
