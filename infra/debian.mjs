import { readFile } from 'node:fs/promises';
import { isThere } from './bootstrap.mjs';
import { inRoot } from './paths.mjs';
import { must, run, SetupError } from './process.mjs';
import { say, step } from './report.mjs';

async function missingOf(packages) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
  const format = '${Package} ${db:Status-Status}\\n';
  const { output } = await run('dpkg-query', ['-W', '-f', format, ...packages], { quiet: true });
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return packages.filter((name) => !installed.has(name));
}

/** Sees to one group of debian-packages.json: as root by installing it, otherwise by naming the exact command. */
export async function ensureDebianPackages(group, purpose) {
  if (!(await isThere('/usr/bin/dpkg-query'))) {
    say(
      `${purpose} needs the group "${group}" of infra/debian-packages.json; this is no Debian, so bring its like yourself`,
    );
    return;
  }
  const groups = JSON.parse(await readFile(inRoot('infra', 'debian-packages.json'), 'utf8'));
  const missing = await missingOf(groups[group]);
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      `${purpose} needs Debian packages that are not installed. Install them and try again:\n  sudo ${command}`,
    );
  }
  say(`${purpose} needs Debian packages; as root, this now runs: ${command}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step('installing Debian packages', async () => {
    await must('apt-get update', 'apt-get', ['update', '-qq'], { env, quiet: true });
    await must(command, 'apt-get', command.split(' ').slice(1), { env, quiet: true });
  });
}
