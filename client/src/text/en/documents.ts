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
  'documents.pages': '{pages, plural, one {# page} other {# pages}}',
  'documents.kilobytes': '{size} kB',
  'documents.megabytes': '{size} MB',
  'documents.unshown.own': 'Not shown yet: only your seat and those who run the meeting see it',
  'documents.unshown.other': 'Not shown yet: only its seat and those who run the meeting see it',
  'documents.shownNow': 'On the stage now',
  'documents.present': 'Present',
  'documents.presentName': 'Present {name}',
  'documents.open': 'Open {name}',
  'documents.reading': '{name}',
  'documents.more': 'More for {name}',
  'documents.download': 'Download',
  'documents.downloadName': 'Download {name}',
  'documents.downloadFailed': 'The document did not arrive: the link is slow or was lost. Try again.',
  'documents.remove': 'Remove',
  'documents.removeTitle': 'Remove this document?',
  'documents.removeBody': 'It goes for everybody and cannot be brought back. If it is on the stage, its slides end.',
  'documents.keep': 'Keep it',
  'documents.add': 'Add a document',
  'documents.addTo': 'Add a document to: {item}',
  'documents.sending': 'Uploading: {part, number} %',
  'documents.checking': 'Arrived, being checked',
  'documents.title': 'Add a document',
  'documents.item': 'Item of the agenda',
  'documents.noItem': 'No item of the agenda takes a document from you now.',
  'documents.use': 'What it is for',
  'documents.use.slides': 'Slides for the stage',
  'documents.use.paper': 'A paper to read',
  'documents.useHint.slides': 'Until they are presented, only your seat and those who run the meeting see them.',
  'documents.useHint.paper': 'Everyone inside can read it as soon as it is here.',
  'documents.choose': 'Choose a PDF',
  'documents.chooseOther': 'Choose another PDF',
  'documents.drop': 'or drop it here',
  'documents.limits': 'At most {most, number} MB and {pages, number} pages. It is kept encrypted.',
  'documents.upload': 'Upload',
  'documents.tryAgain': 'Try again',
  'documents.cancel': 'Cancel the upload',
  'documents.goesOn': 'You can close this window: the upload goes on.',
  'documents.taken': '{name} is in the meeting.',
  'documents.another': 'Add another',
  'documents.done': 'Done',
  'documents.refused': '{name} was not taken. {why}',
  'documents.answerLost':
    'The link was lost before the answer came. Look whether the document is in the agenda; if not, try again.',
} as const;
