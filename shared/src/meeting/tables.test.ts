import { describe, expect, it } from 'vitest';
import page from '../../RULES.md?raw';
import { tableBelow, wordsIn } from '../testing/rulesPage.ts';
import { itemTypes } from './agenda/itemTypes.ts';
import { AgendaItemType } from './agenda/schema.ts';
import { Command, SystemCommand } from './messages.ts';
import { permissions } from './permissions.ts';

const commandRows = tableBelow(page, '| Command | Roles');

/** The commands of a union. */
const typesOf = (union: typeof Command | typeof SystemCommand): string[] =>
  union.def.options.flatMap((option) => [...option.shape.type.def.values]);

describe('the table of commands in RULES.md', () => {
  it('[PE1] names each command with the roles, the presence, the session and the ownership that the code asks for', () => {
    const documented = Object.fromEntries(
      commandRows.map(([command, roles, presence, session, of]) => [
        command,
        { roles: wordsIn(roles), presence, session, of },
      ]),
    );
    const coded = Object.fromEntries(
      Object.entries(permissions).map(([command, { roles, presence, session, of }]) => [
        command,
        { roles: roles === 'everyone' ? ['everyone'] : [...roles], presence, session, of },
      ]),
    );
    expect(documented).toEqual(coded);
    expect(commandRows).toHaveLength(Object.keys(documented).length);
  });

  it('names the commands of the wire, and the platform its own, and no others', () => {
    expect(new Set(commandRows.map(([command]) => command))).toEqual(new Set(typesOf(Command)));
    const systemRows = tableBelow(page, 'The platform itself asks');
    expect(new Set(systemRows.map(([command]) => command))).toEqual(new Set(typesOf(SystemCommand)));
  });
});

describe('the table of item types in RULES.md', () => {
  it('[AG2] says of each type what the code says', () => {
    const rows = tableBelow(page, '| Type | Floor mode');
    const documented = rows.map(([type, mode, cameras, panel, ...answers]) => {
      const [listOpens, takesQuestions, spotlightsSpeaker] = answers.map((answer) => answer === 'yes');
      return [type, { mode, cameras, panel, listOpens, takesQuestions, spotlightsSpeaker }];
    });
    expect(Object.fromEntries(documented)).toEqual(itemTypes);
    expect(rows.flatMap((row) => row.slice(4)).filter((answer) => answer !== 'yes' && answer !== 'no')).toEqual([]);
    expect(Object.keys(itemTypes).toSorted()).toEqual(AgendaItemType.options.toSorted());
  });
});
