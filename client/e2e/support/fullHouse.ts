import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const delegations = [
  ['af', 'Afghanistan', 'افغانستان'],
  ['cn', 'China', 'چین'],
  ['de', 'Germany', 'آلمان'],
  ['in', 'India', 'هند'],
  ['ir', 'Iran', 'ایران'],
  ['kg', 'Kyrgyzstan', 'قرقیزستان'],
  ['no', 'Norway', 'نروژ'],
  ['pk', 'Pakistan', 'پاکستان'],
  ['uk', 'United Kingdom', 'بریتانیا'],
  ['us', 'United States of America', 'ایالات متحدهٔ آمریکا'],
] as const;

/** A name of exactly 60 characters, with its number at the end; every third one in Persian letters. */
export function longName(number: number): string {
  const stem =
    number % 3 === 0
      ? 'عبدالرحمان ابوالقاسم نصرالله شمس‌الدین محمدی‌پور تهرانی‌اصل نژاد'
      : 'Maximiliana-Alexandrowna Featherstonehaugh-Cholmondeley of Grandcourt';
  return `${stem.slice(0, 57)} ${String(number).padStart(2, '0')}`;
}

const person = (number: number) => [
  { name: longName(number), office: `Institute of Regional Affairs ${number}`, language: 'en' },
];

/** The participants' seats, `p-03` to `p-60`: with chair and moderator a table of sixty. */
export const guests = Array.from({ length: 58 }, (_, index) => `p-${String(index + 3).padStart(2, '0')}`);

const title = {
  en: 'Regional dimensions of the peace process and the neighbours’ part in it, seen from ten capitals',
  fa: 'ابعاد منطقه‌ای روند صلح و سهم همسایگان در آن، از نگاه ده پایتخت',
};

const items = [
  ['opening', 'opening', 'Opening', 'گشایش', 10, 'onRecord'],
  ['keynote', 'keynote', 'Keynote: a regional view', 'سخنرانی اصلی: نگاهی منطقه‌ای', 25, 'onRecord'],
  ['questions', 'qna', 'Questions, round 1', 'پرسش‌ها، دور نخست', 15, 'chathamHouse'],
  ['break', 'break', 'Break', 'تنفس', 5, 'chathamHouse'],
  ['discussion', 'openDiscussion', title.en, title.fa, 50, 'chathamHouse'],
  ['closing', 'closing', 'Conclusions and closing', 'جمع‌بندی و پایان', 15, 'offRecord'],
] as const;

/** Writes the file of a meeting with sixty seats, long names and a long title; returns its path. */
export async function writeFullHouse(folder: string): Promise<string> {
  const path = join(folder, 'full-house.json');
  const meeting = {
    format: 'track2.meeting/1',
    id: 'full-house',
    title,
    hosts: { en: 'Hosted by the Society for Long Names', fa: 'به میزبانی انجمن نام‌های بلند' },
    timeZone: 'Asia/Kabul',
    rule: { version: 1, text: { en: 'The Chatham House Rule applies.', fa: 'قاعدهٔ چتم‌هاوس جاری است.' } },
    policy: { turnSeconds: 180, questionsPerRound: 3 },
    delegations: Object.fromEntries(delegations.map(([id, en, fa]) => [id, { en, fa }])),
    seats: [
      { id: 'chair', role: 'chair', people: person(1) },
      { id: 'moderator', role: 'moderator', people: person(2) },
      ...guests.map((id, index) => ({
        id,
        role: index === 0 ? 'keynote' : 'participant',
        delegation: delegations[index % delegations.length]?.[0],
        people: person(index + 3),
      })),
    ],
    agenda: items.map(([id, type, en, fa, minutes, attribution]) => ({
      id,
      type,
      title: { en, fa },
      minutes,
      attribution,
      ...(type === 'keynote' || type === 'qna' ? { speaker: guests[0] } : {}),
      ...(type === 'closing' ? { parts: [{ id: 'thanks', type, title, minutes: 5, attribution }] } : {}),
    })),
    budgets: { af: 10, us: 10 },
    hardStops: [
      { after: 100, label: title },
      { item: 'discussion', after: 6, label: { en: 'The minister leaves', fa: 'وزیر می‌رود' } },
    ],
  };
  await writeFile(path, JSON.stringify(meeting));
  return path;
}
