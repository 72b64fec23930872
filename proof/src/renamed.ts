const opaque = /[A-Za-z0-9_-]{20,64}/g;

/**
 * Messages with each opaque id and credential replaced by the number of its first appearance: what is random stays
 * comparable, and one more or one fewer id still is a difference.
 */
export function canonical(messages: readonly string[]): string[] {
  const names = new Map<string, string>();
  return messages.map((message) =>
    message.replaceAll(opaque, (id) => {
      const name = names.get(id) ?? `#${names.size + 1}`;
      names.set(id, name);
      return name;
    }),
  );
}
