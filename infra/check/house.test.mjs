import { describe, expect, test } from 'vitest';
import { cssProblems, inlineStyleProblems } from './css.mjs';
import { importProblems } from './imports.mjs';
import { purityProblems } from './purity.mjs';
import { ruleProblems } from './rules.mjs';

const file = (path, text) => [{ path, text }];

describe('rule ids', () => {
  const rules = 'Rules\n\n- [S1] Someone asks.\n- [S2] Someone is called.\n';

  test('a rule that no test names is found', () => {
    const tests = file('a.test.ts', "test('[S1] asks', () => {});");
    expect(ruleProblems(rules, tests)).toEqual(['shared/RULES.md:4: no test names [S2] in its title']);
  });

  test('a test that names no rule is found', () => {
    const tests = file('a.test.ts', "test('[S1][S2] both', f);\ntest('[S9] none', f);");
    expect(ruleProblems(rules, tests)).toEqual(['a.test.ts:2: [S9] is no rule of shared/RULES.md']);
  });

  test('a skipped test and a comment name nothing', () => {
    const tests = file('a.test.ts', "test('[S1] asks', f);\ntest.skip('[S2] is called', f);\n// '[S2] is called'\n");
    expect(ruleProblems(rules, tests)).toHaveLength(1);
  });

  test('rows of a table are titles too, and an id may not be defined twice', () => {
    const tests = file('a.test.ts', "test.each([['[S1] a', 1], ['[S2] b', 2]])('%s', f);");
    expect(ruleProblems(rules, tests)).toEqual([]);
    expect(ruleProblems(`${rules}- [S1] Again.\n`, tests)).toEqual(['shared/RULES.md:5: [S1] is defined twice']);
  });
});

describe('imports', () => {
  test.each([
    ['shared/src/meeting/a.ts', "import fs from 'node:fs';"],
    ['shared/src/meeting/a.ts', "import { test } from 'vitest';"],
    ['client/src/app.tsx', "import { createApp } from '@track2/server';"],
    ['client/src/app.tsx', "import { a } from '../../shared/src/index.ts';"],
    ['client/src/app.tsx', "import { a } from '@track2/shared/src/meeting.ts';"],
    ['client/src/features/agenda/panel.tsx', "const x = import('../speakers/panel.tsx');"],
    ['server/src/a.ts', "export { a } from '@track2/client';"],
    ['shared/src/testing/clockModel/a.ts', "import type { Turn } from '../../meeting/floor/schema.ts';"],
    ['shared/src/testing/clockModel/a.ts', "import { z } from 'zod';"],
    ['shared/src/testing/listModel/a.ts', "import type { Entry } from '../../meeting/speakers/schema.ts';"],
  ])('%s is refused %s', (path, text) => {
    expect(importProblems(file(path, text))).toHaveLength(1);
  });

  test.each([
    ['shared/src/meeting/a.ts', "import { z } from 'zod';\nimport { b } from './b.ts';"],
    ['shared/src/meeting/a.test.ts', "import { test } from 'vitest';"],
    [
      'client/src/features/agenda/panel.tsx',
      "import { row } from './row.tsx';\nimport { B } from '../../ui/button.tsx';",
    ],
    ['server/src/a.ts', "import { a } from '@track2/shared';\n// from '@track2/client'"],
    ['proof/src/a.ts', "import { createApp } from '@track2/server';"],
    ['shared/src/testing/clockModel/a.ts', "import { b } from './b.ts';"],
  ])('%s is allowed %s', (path, text) => {
    expect(importProblems(file(path, text))).toEqual([]);
  });
});

describe('purity', () => {
  test.each(['const now = new Date();', 'Math.random()', 'throw new Error()', 'async () => 1'])(
    '%s is refused',
    (text) => {
      expect(purityProblems(file('a.ts', text))).toHaveLength(1);
    },
  );

  test('words in comments, texts and longer names are none', () => {
    expect(purityProblems(file('a.ts', "// throw\nconst plannedDate = 'Date'; /* async */"))).toEqual([]);
  });
});

describe('physical styles', () => {
  test.each([
    '.a { left: 0 }',
    '.a { color: red; margin-left: 1px; }',
    '.a { border-right: 1px solid }',
    '.a { border-top-left-radius: 1px }',
    '.a { text-align: right }',
    '.a { float: left }',
    '.a { padding: 0 1px 0 calc(1px + 2px) }',
    '.a { inset: 0 auto 0 0 }',
    '@media (width > 1px) { .a { padding-right: 1px } }',
  ])('%s is refused', (text) => {
    expect(cssProblems(file('a.css', text))).toHaveLength(1);
  });

  test.each([
    '.a { inset-inline-start: 0; margin-inline: 1px; text-align: start }',
    '.left { padding: 0 1px 2px 1px; inset: 0 }',
    '/* left: 0 */ .a { transition: left 1s }',
    '.a:hover { color: red }',
  ])('%s is allowed', (text) => {
    expect(cssProblems(file('a.css', text))).toEqual([]);
  });

  test('inline styles are held to the same', () => {
    expect(inlineStyleProblems(file('a.tsx', '<i style={{ marginLeft: 4 }} />'))).toHaveLength(1);
    expect(inlineStyleProblems(file('a.tsx', "<i style={{ textAlign: 'left' }} />"))).toHaveLength(1);
    expect(inlineStyleProblems(file('a.tsx', '<i style={{ marginInlineStart: 4 }} />'))).toEqual([]);
  });
});
