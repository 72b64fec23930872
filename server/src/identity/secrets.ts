import { createHash, randomBytes } from 'node:crypto';

/** A new 256-bit secret in base64url, 43 characters. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** A new opaque 128-bit id in base64url, beginning with a letter so that it is an id everywhere. */
export const newId = (): string => `i${randomBytes(16).toString('base64url')}`;

/** What is kept of a secret: its SHA-256, from which it cannot be found again. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
