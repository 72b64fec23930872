/** Where something can be put in an order by a key or a button. */
export type Step = 'up' | 'down' | 'top' | 'end';

/** What something goes in front of; null for the end. */
export type Before = { before: string | null };

/** Where a step takes an item of an order: what it then stands before. Null where it stands there already. */
export function placeAfterStep(order: readonly string[], item: string, step: Step): Before | null {
  const own = order.indexOf(item);
  const last = order.length - 1;
  if (own < 0) return null;
  switch (step) {
    case 'up':
      return own === 0 ? null : { before: order[own - 1] ?? null };
    case 'top':
      return own === 0 ? null : { before: order[0] ?? null };
    case 'down':
      // In front of the one after the next, or at the end.
      return own === last ? null : { before: order[own + 2] ?? null };
    case 'end':
      return own === last ? null : { before: null };
  }
}

/** Where an item comes that is dropped before or after another. Null where that is its place already. */
export function placeAfterDrop(
  order: readonly string[],
  item: string,
  drop: { target: string; side: 'before' | 'after' },
): Before | null {
  const own = order.indexOf(item);
  const at = order.indexOf(drop.target) + (drop.side === 'after' ? 1 : 0);
  if (own < 0 || !order.includes(drop.target) || at === own || at === own + 1) return null;
  return { before: order[at] ?? null };
}

/** The order with an item put before another, or at the end. */
export function reordered(order: readonly string[], item: string, before: string | null): string[] {
  const others = order.filter((other) => other !== item);
  const at = before === null ? others.length : others.indexOf(before);
  return at < 0 ? [...order] : others.toSpliced(at, 0, item);
}

/** The step of a press: Alt with an arrow, Home or End. */
export function stepOf({ key, altKey }: Pick<KeyboardEvent, 'key' | 'altKey'>): Step | null {
  if (!altKey) return null;
  const steps: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', Home: 'top', End: 'end' };
  return steps[key] ?? null;
}
