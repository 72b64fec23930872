import { readFile, rm } from 'node:fs/promises';
import { ensureDependencies, ensureTools } from './bootstrap.mjs';
import { inRoot, node } from './paths.mjs';
import { must } from './process.mjs';
import { main, say } from './report.mjs';

// Whether the tests of the rules would notice a changed rule: Stryker changes shared/src/meeting in some thousand places,
// one at a time, and runs the tests that go through the place. The report tells which changes nobody noticed.
// What follows `--` goes to Stryker: `npm run mutation -- --mutate 'src/meeting/floor/*.ts'` asks about one folder,
// `-- --incremental` asks again only about what has changed since the last run that was so called.
const wanted = 85;
const report = inRoot('shared', '.cache', 'mutation', 'report.json');

const found = ['Killed', 'Timeout'];
const missed = ['Survived', 'NoCoverage'];

await main(async () => {
  await ensureTools();
  await ensureDependencies();
  await rm(report, { force: true });
  const stryker = inRoot('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const config = inRoot('infra', 'mutation', 'stryker.config.mjs');
  await must('Stryker', node, [stryker, 'run', config, ...process.argv.slice(2)], {
    cwd: inRoot('shared'),
  });
  const { files } = JSON.parse(await readFile(report, 'utf8'));
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  // A mutant that cannot even be loaded (`RuntimeError`) asks the tests nothing: as in Stryker's own score it does not count.
  const asked = count(...found, ...missed);
  const score = (100 * count(...found)) / asked;
  // One that was left out would make the score better than the tests are.
  const ignored = count('Ignored');
  const leftOut = ignored === 0 ? '' : `, ${ignored} more were left out`;
  say('what nobody noticed: shared/.cache/mutation/report.html');
  process.stdout.write(
    `mutation score ${score.toFixed(2)} % (of ${asked} mutants${leftOut}; at least ${wanted} wanted)\n`,
  );
  return score >= wanted && ignored === 0 ? 0 : 1;
});
