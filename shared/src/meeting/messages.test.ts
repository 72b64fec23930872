import { describe, expect, it } from 'vitest';
import { commandOf } from '../testing/commands.ts';
import { plausibleIds } from '../testing/ids.ts';
import shapes from '../testing/logs/shapes.json' with { type: 'json' };
import { sampleMeeting } from '../testing/sample.ts';
import { held, tell } from '../testing/story.ts';
import { Command, type CommandType, LoggedEvent } from './messages.ts';
import { permissions } from './permissions.ts';
import { upcast } from './upcast.ts';

/** Commands for a meeting, twelve of each type, that choose differently among the words and ids that they may hold. */
function someCommands(): Command[] {
  const { state } = tell(...held());
  return (Object.keys(permissions) as CommandType[]).flatMap((type) =>
    Array.from({ length: 12 }, (_, first): Command => {
      let drawn = first;
      const next = (below: number): number => {
        drawn += 5;
        return drawn % below;
      };
      const picks = { next, oneOf: <Value>(from: readonly Value[]): Value | undefined => from[next(from.length)] };
      return commandOf(type, plausibleIds(state, picks), picks);
    }),
  );
}

const isTaken = (command: unknown): boolean => Command.safeParse(command).success;

describe('a command that comes from outside', () => {
  it('is taken as it is', () => {
    const commands = someCommands();
    expect(commands.map((command) => Command.safeParse(command).data)).toEqual(commands);
  });

  it('is refused when it holds more than it says, or something of another kind', () => {
    const bent = someCommands().flatMap((command) => [
      { ...command, more: 1 },
      ...Object.keys(command).map((name) => ({ ...command, [name]: [[]] })),
    ]);
    expect(bent.filter(isTaken)).toEqual([]);
  });

  it('is refused when a word in it says nothing', () => {
    const named = [
      'mode',
      'kind',
      'category',
      'order',
      'mark',
      'attribution',
      'cameras',
      'limit',
      'itemType',
      'language',
    ];
    const empty = someCommands().flatMap((command) =>
      named.flatMap((name) => (name in command ? [{ ...command, [name]: '' }] : [])),
    );
    expect(empty.filter(isTaken)).toEqual([]);
  });
});

describe('an event in a log', () => {
  // Of every shape that the rules have given to an event one stands in that file: none of them may become unreadable.
  const stored = [...shapes, { ...sampleMeeting(), type: 'session.created' }];

  it('[SE7] is read as it was written', () => {
    for (const event of stored) {
      const read = LoggedEvent.safeParse(upcast(event));
      expect(read).toEqual({ success: true, data: upcast(event) });
      // What an older form lacks is added, and nothing is lost.
      expect(read.data).toMatchObject(event);
    }
  });

  it('has a shape for each of its types', () => {
    const types = LoggedEvent.def.options.flatMap((option) => [...option.shape.type.def.values]);
    expect(new Set(stored.map(({ type }) => type))).toEqual(new Set(types));
  });
});
