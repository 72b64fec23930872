const mostCharacters = 200;

// Control characters, and those that turn the direction of what follows: with one a name reads as another's kind. The
// joiners that Persian is written with are none of them.
const unreadable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** The name of an uploaded file as people may read it: without its folders, on one line, at most 200 characters. */
export function readableName(given: string): string {
  const name = given.normalize('NFC').split(/[/\\]/).at(-1)?.replace(unreadable, '').trim() ?? '';
  // A character of two halves is not cut between them.
  return (
    name
      .toWellFormed()
      .slice(0, mostCharacters)
      .replace(/[\ud800-\udbff]$/, '') || 'document.pdf'
  );
}
