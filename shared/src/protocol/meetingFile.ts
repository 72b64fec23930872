import * as z from 'zod/mini';
import { AgendaItemType, AttributionLevel, CameraPolicy } from '../meeting/agenda/schema.ts';
import { Visibility } from '../meeting/session/schema.ts';
import { Language, LimitKind, MemberKind, Role, Words } from '../meeting/words.ts';

const Key = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and hyphens'));
// As wide as what the chair may set in the meeting, so that every meeting can be written as a file.
const Minutes = z.number().check(z.minimum(0), z.maximum(1440));
const Seconds = z.number().check(z.minimum(5), z.maximum(86_400));
const Warning = z.number().check(z.minimum(0), z.maximum(86_400));
const Count = z.int().check(z.minimum(1), z.maximum(20));
const SomeWords = Words.check(
  z.refine((words) => Object.keys(words).length > 0, 'must have words in at least one language'),
);

const FileLimits = z.partial(
  z.strictObject({
    turn: LimitKind,
    question: LimitKind,
    answer: LimitKind,
    keynote: LimitKind,
    delegation: LimitKind,
  }),
);

/** What a convener chooses; a meeting has the default of what is not here. */
const FilePolicy = z.partial(
  z.strictObject({
    turnSeconds: Seconds,
    warnSeconds: Warning,
    /** How long a microphone stays open after a hard limit. */
    graceSeconds: z.number().check(z.minimum(0), z.maximum(300)),
    /** Clock by clock, what the end of its time means; without it, a warning alone. */
    limits: FileLimits,
    answerSeconds: Seconds,
    questionSeconds: Seconds,
    callSeconds: Seconds,
    lostLinkSeconds: Seconds,
    questionsPerRound: Count,
    maxOpenMicrophones: Count,
    maxDirectedHolders: Count,
    /** How many direct responses may wait for one intervention. */
    maxResponses: z.int().check(z.minimum(0), z.maximum(10)),
    /** The time of a direct response and of a clarification. */
    responseSeconds: Seconds,
    /** The time of a right of reply. */
    replySeconds: Seconds,
    /** Whether questions may be voted up. */
    upvotes: z.boolean(),
    /** Whether respondents may answer any question in writing. */
    typedAnswers: z.boolean(),
    /** What those who do not run the meeting read of each other. */
    visibility: Visibility,
    /** Whether two members may write to each other, past the chair. */
    chat: z.boolean(),
  }),
);

const FilePerson = z.strictObject({
  /** Names the person from one saving to the next. One without it is new: never another person's heir. */
  id: z.optional(Key),
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  office: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** Where the invitation goes. */
  email: z.optional(z.email('must be an e-mail address').check(z.maxLength(254))),
  language: z.optional(Language),
  kind: z.optional(MemberKind),
});

const FileSeat = z.strictObject({
  id: Key,
  role: Role,
  delegation: z.optional(Key),
  people: z.array(FilePerson).check(z.minLength(1), z.maxLength(8)),
});

/** An item of the agenda as a convener writes it. */
export type FileItem = {
  id: string;
  type: AgendaItemType;
  title: Words;
  /** The item's own time, without that of its parts; an item with parts may do without. */
  minutes?: number | undefined;
  attribution: AttributionLevel;
  cameras?: CameraPolicy | undefined;
  /** The seat that gives the keynote or answers the questions. */
  speaker?: string | undefined;
  /** `hard` closes the floor when the item's time and the grace are used up. */
  limit?: LimitKind | undefined;
  /** What the item consists of, in order; parts may have parts of their own. */
  parts?: FileItem[] | undefined;
};

const FileItem: z.ZodMiniType<FileItem> = z.strictObject({
  id: Key,
  type: AgendaItemType,
  title: SomeWords,
  minutes: z.optional(Minutes),
  attribution: AttributionLevel,
  cameras: z.optional(CameraPolicy),
  speaker: z.optional(Key),
  limit: z.optional(LimitKind),
  parts: z.optional(z.lazy(() => z.array(FileItem).check(z.minLength(1)))),
});

/** A seat with its people as a convener writes it, in the order of the table. */
export type FileSeat = z.infer<typeof FileSeat>;

const isTimeZone = (name: string): boolean => {
  try {
    new Date(0).toLocaleString('en', { timeZone: name });
    // Intl takes a bare offset too, which knows nothing of summer time.
    return /^[A-Za-z]/.test(name);
  } catch {
    // The only way to ask Intl: it throws on a zone that it does not know.
    return false;
  }
};

/**
 * The meeting's file: what a convener writes, by hand or at the desk. Planned times are lengths; the start comes from
 * whoever loads it. What its references must agree on is checked by the server (`contradictions`).
 */
export const MeetingFile = z.strictObject({
  format: z.literal('track2.meeting/1'),
  id: Key,
  title: SomeWords,
  hosts: SomeWords,
  timeZone: z.string().check(z.refine(isTimeZone, 'must be an IANA time zone')),
  rule: z.strictObject({
    version: z.int().check(z.minimum(1)),
    text: z.record(Language, z.string().check(z.minLength(1), z.maxLength(4000))),
  }),
  policy: z.optional(FilePolicy),
  delegations: z.record(Key, SomeWords),
  /** The speaking time of a delegation in this meeting, in minutes. */
  budgets: z.optional(z.record(Key, Minutes)),
  seats: z.array(FileSeat).check(z.minLength(1), z.maxLength(100)),
  agenda: z.array(FileItem).check(z.minLength(1)),
  /** Moments that an item, or without `item` the meeting, has to respect: `after` so many minutes from the start. */
  hardStops: z.optional(
    z.array(
      z.strictObject({
        item: z.optional(Key),
        after: z.number().check(z.minimum(0), z.maximum(1440)),
        label: SomeWords,
      }),
    ),
  ),
});
export type MeetingFile = z.infer<typeof MeetingFile>;
