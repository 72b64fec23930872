import { access, readFile } from 'node:fs/promises';
import { inRoot, node, pnpm } from './paths.mjs';
import { must, SetupError, toolEnv } from './process.mjs';
import { step } from './report.mjs';
import { hashOf, unlessDone } from './stamp.mjs';

const nodeVersion = '24.21.0';
const pnpmVersion = '12.21.0';
const packages = ['shared', 'server', 'client', 'proof'];

async function installedVersion(name) {
  const manifest = await readFile(inRoot('.tools', 'node_modules', name, 'package.json'), 'utf8').catch(
    () => undefined,
  );
  return manifest === undefined ? undefined : JSON.parse(manifest).version;
}

export async function isThere(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Node 24 and pnpm from the package registry into .tools, whatever Node the person has. */
export async function ensureTools() {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new SetupError(
      `This set-up is made for Linux on x64 or arm64; this is ${process.platform} on ${process.arch}.`,
    );
  }
  const nodePackage = `node-linux-${process.arch}`;
  const isCurrent =
    (await installedVersion(nodePackage)) === nodeVersion &&
    (await installedVersion('pnpm')) === pnpmVersion &&
    (await isThere(node));
  if (isCurrent) return;
  await step(`bringing Node ${nodeVersion} and pnpm ${pnpmVersion} into .tools`, () =>
    must(
      'Fetching Node and pnpm from the npm registry',
      'npm',
      // No scripts: these packages need none, and none should run as a side effect of a start.
      [
        'install',
        '--prefix',
        inRoot('.tools'),
        '--no-save',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
      ].concat([`${nodePackage}@${nodeVersion}`, `pnpm@${pnpmVersion}`]),
      { env: process.env, quiet: true },
    ),
  );
}

export async function ensureDependencies() {
  const manifests = packages.map((name) => `${name}/package.json`);
  const hash = await hashOf(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests], nodeVersion);
  const modules = [inRoot('node_modules'), ...packages.map((name) => inRoot(name, 'node_modules'))];
  const stillThere = async () => (await Promise.all(modules.map(isThere))).every(Boolean);
  await unlessDone('dependencies', hash, stillThere, () =>
    step('installing dependencies', () =>
      must('pnpm install', pnpm, ['install', '--frozen-lockfile', '--reporter=append-only'], {
        env: toolEnv({ CI: 'true' }),
      }),
    ),
  );
}
