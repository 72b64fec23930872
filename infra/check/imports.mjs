import { posix } from 'node:path';
import { lineOf, sources, withoutComments } from './source.mjs';

const specifier = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g;
const packageOf = (path) => path.split('/')[0];
// A page is made of features: it may import them, and no feature imports it.
const pages = new Set(['meeting', 'chair']);

const featureOf = (path) => /^client\/src\/features\/([^/]+)\//.exec(path)?.[1];
const isTest = (path) => /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('shared/src/testing/');

/** What each package may import of the others. proof drives the whole server, so it alone may import it. */
const workspace = {
  shared: [],
  server: ['@track2/shared', '@track2/shared/testing'],
  client: ['@track2/shared', '@track2/shared/testing'],
  proof: ['@track2/shared', '@track2/shared/testing', '@track2/shared/testing/oracle', '@track2/server'],
};
/** shared depends on zod alone; its tests and testing tools may use the test runner. */
const sharedMayImport = ['zod'];
const sharedTestsMayImport = ['zod', 'fast-check', 'vitest'];

/** A second telling of the rules is worth something only as long as it knows nothing of the first. */
const models = ['shared/src/testing/clockModel/', 'shared/src/testing/listModel/'];

function objection(path, imported) {
  if (models.some((model) => path.startsWith(model)) && !/^\.\/\w+\.ts$/.test(imported))
    return `is a model, written from RULES.md alone; it must not import ${imported}`;
  if (imported.startsWith('.')) {
    const target = posix.join(posix.dirname(path), imported);
    if (packageOf(target) !== packageOf(path)) return `reaches into ${packageOf(target)} by path; import its package`;
    const [own, other] = [featureOf(path), featureOf(target)];
    return own && other && own !== other && !pages.has(own) ? `lets feature ${own} import feature ${other}` : undefined;
  }
  if (imported.startsWith('@track2/')) {
    return workspace[packageOf(path)]?.includes(imported)
      ? undefined
      : `${packageOf(path)} must not import ${imported}`;
  }
  if (packageOf(path) !== 'shared') return undefined;
  const allowed = isTest(path) ? sharedTestsMayImport : sharedMayImport;
  return allowed.includes(imported.split('/')[0]) ? undefined : `shared must not import ${imported}`;
}

export function importProblems(files) {
  return files.flatMap(({ path, text }) => {
    const code = withoutComments(text);
    return [...code.matchAll(specifier)].flatMap((match) => {
      const problem = objection(path, match[2]);
      return problem ? [`${path}:${lineOf(code, match.index)}: ${problem}`] : [];
    });
  });
}

export async function checkImports() {
  const files = await Promise.all(
    Object.keys(workspace).map((folder) => sources(folder, /^\w+\/(src|test|e2e)\/.*\.tsx?$/)),
  );
  return importProblems(files.flat());
}
