/** Marks that turn the direction of what follows them; nobody's name needs one. */
const turns = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const breaks = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * Somebody's words as one line that can do nothing but be read: no line break that begins a header, no mark that turns
 * the text after it, nothing that a mail program takes for an encoded word (RFC 2047). The joiners of Persian stay.
 */
export const inert = (words: string): string =>
  words.toWellFormed().replace(turns, '').replace(breaks, ' ').replaceAll('=?', '= ?').replace(/\s+/gu, ' ').trim();

/** An e-mail address that means one mailbox wherever it is written, or null. */
export const inertAddress = (address: string | null): string | null =>
  address !== null && /^[^\s\p{Cc}"(),:;<>[\\\]@]+@[^\s\p{Cc}"(),:;<>[\\\]@]+$/u.test(address) ? address : null;
