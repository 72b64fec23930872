import { readFile, writeFile } from 'node:fs/promises';
import { documentedVariables } from '../server/src/environment.ts';

// Run by the project's Node, which reads TypeScript. `--write` renews the README's table; without it a stale one is an error.
const readme = new URL('../README.md', import.meta.url);
const begin = '<!-- configuration -->\n';
const end = '<!-- /configuration -->\n';

const nameCell = ({ name, secret }) => (secret ? `\`${name}\`<br>\`${name}_FILE\`` : `\`${name}\``);
const row = (cells) => `| ${cells.join(' | ')} |\n`;
const rows = documentedVariables().map((variable) =>
  row([nameCell(variable), variable.description, variable.default, `\`${variable.example}\``]),
);
const table = row(['Variable', 'Meaning', 'Default', 'Example']) + row(['---', '---', '---', '---']) + rows.join('');

const text = await readFile(readme, 'utf8');
const [before, rest] = text.split(begin);
const after = rest?.split(end)[1];
if (after === undefined) throw new Error(`README.md lacks the lines ${begin} and ${end}`);
const current = `${before}${begin}\n${table}\n${end}${after}`;

if (process.argv.includes('--write')) await writeFile(readme, current);
else if (text !== current) {
  process.stdout.write(
    'README.md: the configuration table is not that of server/src/environment.ts; renew it with npm run format\n',
  );
  process.exitCode = 1;
}
