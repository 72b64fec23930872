import { randomBytes } from 'node:crypto';
import type { FileItem, FileSeat, MeetingFile, NewMeeting, Template } from '@track2/shared';

const rule = {
  en: 'When a meeting, or part thereof, is held under the Chatham House Rule, participants are free to use the information received, but neither the identity nor the affiliation of the speaker(s), nor that of any other participant, may be revealed.',
  fa: 'هنگامی که نشستی یا بخشی از آن بر پایهٔ قاعدهٔ چتم‌هاوس برگزار می‌شود، شرکت‌کنندگان آزادند از اطلاعات دریافتی استفاده کنند، اما نه هویت و نه وابستگی سخنران یا سخنرانان و نه هویت و وابستگی هیچ شرکت‌کنندهٔ دیگری نباید آشکار شود.',
};

type Draft = Pick<FileItem, 'type' | 'minutes' | 'speaker' | 'parts'> & { en: string; fa: string; open?: boolean };

const item = (id: string, { en, fa, open = false, ...rest }: Draft): FileItem => ({
  id,
  title: { en, fa },
  attribution: open ? 'onRecord' : 'chathamHouse',
  ...rest,
});

const opening = item('opening', { type: 'opening', en: 'Opening', fa: 'گشایش', minutes: 10, open: true });
const closing = item('closing', { type: 'closing', en: 'Closing', fa: 'پایان', minutes: 5 });
const conclusions = item('conclusions', { type: 'conclusions', en: 'Conclusions', fa: 'جمع‌بندی', minutes: 10 });
const coffee = item('break', { type: 'break', en: 'Break', fa: 'تنفس', minutes: 15 });

const keynote = (minutes: number): FileItem =>
  item('keynote', { type: 'keynote', en: 'Keynote', fa: 'سخنرانی اصلی', minutes, open: true, speaker: 'keynote' });

const ordinals = ['نخست', 'دوم', 'سوم'];
const questions = (round: number, minutes: number): FileItem =>
  item(`questions-${round}`, {
    type: 'qna',
    en: `Questions, round ${round}`,
    fa: `پرسش‌ها، دور ${ordinals[round - 1] ?? round}`,
    minutes,
    speaker: 'keynote',
  });

const discussion = (id: string, en: string, fa: string, minutes: number): FileItem =>
  item(id, { type: 'openDiscussion', en, fa, minutes });

const agendas: Readonly<Record<Template, readonly FileItem[]>> = {
  track2: [
    opening,
    keynote(25),
    questions(1, 15),
    questions(2, 15),
    questions(3, 10),
    discussion('discussion', 'General discussion', 'گفت‌وگوی عمومی', 40),
    conclusions,
    closing,
  ],
  lecture: [
    opening,
    { ...keynote(40), id: 'lecture', title: { en: 'Lecture', fa: 'سخنرانی' } },
    { ...questions(1, 30), id: 'questions', title: { en: 'Questions and answers', fa: 'پرسش و پاسخ' } },
    closing,
  ],
  seminar: [
    opening,
    { ...keynote(20), id: 'introduction', title: { en: 'Introduction to the theme', fa: 'درآمدی بر موضوع' } },
    item('round', { type: 'tourDeTable', en: 'Tour de table', fa: 'دور میز', minutes: 30 }),
    discussion('discussion', 'Discussion', 'گفت‌وگو', 40),
    conclusions,
    closing,
  ],
  workshop: [
    opening,
    item('round', { type: 'tourDeTable', en: 'Tour de table', fa: 'دور میز', minutes: 20 }),
    discussion('session-1', 'First working session', 'نشست کاری نخست', 45),
    coffee,
    discussion('session-2', 'Second working session', 'نشست کاری دوم', 45),
    conclusions,
    closing,
  ],
};

const seat = (id: string, role: FileSeat['role'], name: string): FileSeat => ({
  id,
  role,
  people: [{ id: 'person-1', name }],
});

/** Names that wait for the convener's: there is no seat without a person. */
const chair = seat('chair', 'chair', 'Chair');
const moderator = seat('moderator', 'moderator', 'Moderator');
const speaker = seat('keynote', 'keynote', 'Keynote speaker');

/** A new name for a meeting's file, which says nothing and clashes with none. */
export const newFileId = (): string => `meeting-${randomBytes(8).toString('hex')}`;

/** A new meeting of a kind, ready to be filled with people. */
export function templateFile({
  template,
  title,
  hosts,
  timeZone,
}: Extract<NewMeeting['from'], { kind: 'template' }>): MeetingFile {
  const agenda = agendas[template];
  const hasSpeaker = agenda.some((planned) => planned.speaker === 'keynote');
  return {
    format: 'track2.meeting/1',
    id: newFileId(),
    title,
    hosts,
    timeZone,
    rule: { version: 1, text: rule },
    delegations: {},
    seats: [chair, moderator, ...(hasSpeaker ? [speaker] : [])],
    agenda: [...agenda],
  };
}
