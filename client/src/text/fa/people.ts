import type { peopleText as en } from '../en/people.ts';

/** People by delegation, and the lobby, in Persian. */
export const peopleText = {
  'people.summary': '{inside, number} نفر حاضر از {all, number} مدعو',
  'people.noDelegation': 'اداره‌کنندگان و همکاران جلسه',
  'people.groupCount': '{inside, number} از {all, number} حاضر',
  'people.numbered': '{label} {number, number}',
  'people.you': 'شما',
  'people.aide': 'همراه هیئت',
  'people.presence.invited': 'هنوز نیامده است',
  'people.presence.inLobby': 'در اتاق انتظار',
  'people.presence.admitted': 'حاضر',
  'people.presence.backstage': 'پشت صحنه',
  'people.presence.called': 'پشت صحنه، فراخوانده به صحنه',
  'people.presence.disconnected': 'ارتباط قطع شد؛ جایش محفوظ است',
  'people.presence.left': 'جلسه را ترک کرد',
  'people.presence.removed': 'بیرون از جلسه',
  'people.floor.speaking': 'نوبت سخن با اوست',
  'people.floor.called': 'فراخوانده شده',
  'people.backstage': 'پشت صحنه',
  'people.backstage.why': 'حاضران صدای آنان را نمی‌شنوند.',
  'people.callOnStage': 'فراخواندن به صحنه',
  'people.callOnStageNamed': 'فراخواندن {name} به صحنه',
} as const satisfies Record<keyof typeof en, string>;
