/** Freezes a value to its depth. What is frozen already is taken to be frozen to its depth. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether two values are the same as JSON: a key with the value undefined is no key. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isRecord(one) || !isRecord(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const key of keys) if (!sameJson(one[key], other[key])) return false;
  return true;
}

/** The value as it comes back from the log. */
export const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** The value without its readings of the wall clock. */
export const withoutWall = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value), (key, part: unknown) => (key === 'wall' ? 0 : part)) as Value;

/** Visits every text in a value, with the keys that lead to it. */
export function eachText(value: unknown, visit: (text: string, path: readonly string[]) => void): void {
  const path: string[] = [];
  const walk = (part: unknown): void => {
    if (typeof part === 'string') visit(part, path);
    if (!isRecord(part)) return;
    for (const key of Object.keys(part)) {
      path.push(key);
      walk(part[key]);
      path.pop();
    }
  };
  walk(value);
}

/** Visits every object in a value, lists apart. */
export function eachObject(value: unknown, visit: (part: Readonly<Record<string, unknown>>) => void): void {
  if (!isRecord(value)) return;
  if (!Array.isArray(value)) visit(value);
  for (const part of Object.values(value)) eachObject(part, visit);
}
