import { createHash } from 'node:crypto';
import type { Command, Id } from '@track2/shared';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** What a resent command has to match. Parsed commands have their fields in the order of their schema. */
export const payloadHashOf = (command: Command): string => sha256(JSON.stringify(command));

/** What a command makes is named after it; the hash keeps the same command id of two members apart. */
export const idFrom = (meeting: Id, seed: string): Id => `c${sha256(`${meeting}:${seed}`).slice(0, 22)}`;
