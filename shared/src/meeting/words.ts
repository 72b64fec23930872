import * as z from 'zod/mini';

/** An opaque id: says nothing about a person. At most 64 characters, safe in an address. */
export const Id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/));
export type Id = z.infer<typeof Id>;

/** Milliseconds of meeting lived: the clock of every deadline (it stands still while no home runs the meeting). */
export const MeetingTime = z.number().check(z.nonnegative());
export type MeetingTime = z.infer<typeof MeetingTime>;

/** Milliseconds since 1970-01-01 UTC: for display and hard stops only, never for a deadline. */
export const WallTime = z.number().check(z.int());
export type WallTime = z.infer<typeof WallTime>;

/** A length of time in milliseconds, at most one day. */
export const Duration = z.number().check(z.int(), z.nonnegative(), z.maximum(86_400_000));
export type Duration = z.infer<typeof Duration>;

/** One instant on both clocks: deadlines use `at`, people read `wall`. */
export const Moment = z.object({ at: MeetingTime, wall: WallTime });
export type Moment = z.infer<typeof Moment>;

/** A language tag (BCP 47), such as `fa` or `en`. */
export const Language = z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/));
export type Language = z.infer<typeof Language>;

/**
 * Free text as the log keeps it. The storage codec encrypts every object of this shape under the meeting's
 * key before it reaches a disk; once the key is destroyed it reads `{ purged: true }`.
 */
export const SealedText = z.union([
  z.object({ text: z.string().check(z.maxLength(2000)) }),
  z.object({ purged: z.literal(true) }),
]);
export type SealedText = z.infer<typeof SealedText>;

/** Words in several languages, by language tag. */
export const Words = z.record(Language, z.string().check(z.minLength(1), z.maxLength(500)));
export type Words = z.infer<typeof Words>;

/** Words in several languages as the log keeps them; encrypted like {@link SealedText}. */
export const SealedWords = z.union([z.object({ text: Words }), z.object({ purged: z.literal(true) })]);
export type SealedWords = z.infer<typeof SealedWords>;

/** What a seat does in the meeting. */
export const Role = z.enum([
  'convener',
  'chair',
  'moderator',
  'keynote',
  'discussant',
  'participant',
  'observer',
  'rapporteur',
  'interpreter',
  'operator',
]);
export type Role = z.infer<typeof Role>;

/** What happens when the time of a clock is used up: a warning alone, or the microphone closes after the grace. */
export const LimitKind = z.enum(['soft', 'hard']);
export type LimitKind = z.infer<typeof LimitKind>;

/** A person on a seat: its holder, or an adviser acting for the seat. */
export const MemberKind = z.enum(['principal', 'aide']);
export type MemberKind = z.infer<typeof MemberKind>;
