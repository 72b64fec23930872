import * as z from 'zod/mini';
import { Id, SealedText } from '../words.ts';

/** What a document is for: slides are seen by their seat and those who run the meeting until they are presented. */
export const DocumentUse = z.enum(['paper', 'slides']);
export type DocumentUse = z.infer<typeof DocumentUse>;

const Added = z.object({
  id: Id,
  item: Id,
  /** The seat that uploaded it. */
  seat: Id,
  use: DocumentUse,
  name: SealedText,
  pages: z.int().check(z.positive()),
  bytes: z.int().check(z.positive()),
});

/** A PDF on an item of the agenda, without its bytes. `shown` once it was presented. */
export type MeetingDocument = z.infer<typeof Added> & { shown: boolean };

export const DocumentsCommands = [z.strictObject({ type: z.literal('documents.remove'), document: Id })] as const;

/** What the server says once it has received, checked and stored the bytes. */
export const DocumentsSystemCommands = [
  z.strictObject({
    type: z.literal('documents.receive'),
    member: Id,
    document: Id,
    item: Id,
    use: DocumentUse,
    name: z.string().check(z.minLength(1), z.maxLength(200)),
    pages: z.int().check(z.positive()),
    bytes: z.int().check(z.positive()),
  }),
] as const;

export const DocumentsEvents = [
  z.object({ type: z.literal('documents.added'), document: Added }),
  z.object({ type: z.literal('documents.removed'), document: Id }),
] as const;

/** Made by the projection alone: slides come into sight when they are presented. */
export const DocumentsReveals = [
  z.object({ type: z.literal('documents.revealed'), document: Added, before: z.nullable(Id) }),
] as const;

export type DocumentsRefusal =
  | { code: 'documents.unknownDocument' }
  | { code: 'documents.notYours' }
  | { code: 'documents.mayNotUpload' }
  | { code: 'documents.tooMany'; most: number };

/** The documents in the order of their arrival. */
export type Documents = { documents: MeetingDocument[] };

export type DocumentsCommand = z.infer<(typeof DocumentsCommands)[number]>;
export type DocumentsEvent = z.infer<(typeof DocumentsEvents)[number]>;
export type DocumentsReveal = z.infer<(typeof DocumentsReveals)[number]>;
export type DocumentsSystemCommand = z.infer<(typeof DocumentsSystemCommands)[number]>;
