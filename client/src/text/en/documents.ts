import type { UploadRefusal } from '@track2/shared';

/** Why a file was not taken, and what to do about it. Complete by type. */
const uploadRefusals = {
  'refusal.documents.tooLarge':
    'This file is too large: {most, number} MB at most. Export it with smaller pictures or in parts, then choose it again.',
  'refusal.documents.tooManyPages':
    'This file has {pages, number} pages: {most, number} at most. Leave pages out or split it, then choose it again.',
  'refusal.documents.notAPdf': 'This is not a PDF. Export the document as a PDF, then choose that file.',
  'refusal.documents.corrupt':
    'This PDF is damaged and cannot be shown. Export it again from its source, then choose the new file.',
  'refusal.documents.passwordProtected':
    'This PDF is protected by a password. Save it without a password, then choose it again.',
  'refusal.documents.tooLong':
    'This PDF takes too long to open. Export it again with simpler pictures or in parts, then choose the new file.',
  'refusal.documents.brokenOff': 'The link was lost before the whole file arrived. Nothing was lost: try again.',
  'refusal.documents.tooOften': 'You have an upload under way, or many just now. Wait a few minutes, then try again.',
  'refusal.documents.badRequest': 'The platform did not understand this upload. Open this page anew and try again.',
} as const satisfies Record<`refusal.${UploadRefusal['code']}`, string>;

/** Documents on the items of the agenda. */
export const documentsText = {
  ...uploadRefusals,
  'documents.label': 'Documents of this item',
} as const;
