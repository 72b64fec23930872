import type { backstageText as en } from '../en/backstage.ts';

/** Backstage in Persian. */
export const backstageText = {
  'backstage.title': 'شما پشت صحنه‌اید',
  'backstage.why': 'حاضران صدا و تصویر شما را ندارند. شما صدای جلسه را می‌شنوید.',
  'backstage.whyPlanned': 'حاضران صدا و تصویر شما را ندارند.',
  'backstage.hears': '{names} اینجا صدای شما را می‌شنوند.',
  'backstage.hearsOne': '{names} اینجا صدای شما را می‌شنود.',
  'backstage.alone': 'کس دیگری پشت صحنه نیست.',
  'backstage.called': 'رئیس جلسه شما را به صحنه فرامی‌خواند',
  'backstage.called.why': 'حاضران صدای شما را تنها هنگامی می‌شنوند که نوبت سخن بگیرید و میکروفون را باز کنید.',
  'backstage.say.called': 'رئیس جلسه شما را به صحنه فرامی‌خواند. هر گاه آماده‌اید «رفتن به صحنه» را بزنید.',
  'backstage.say.backstage': 'شما پشت صحنه‌اید. حاضران صدای شما را نمی‌شنوند.',
  'backstage.say.onStage': 'شما در جمع حاضران هستید.',
  'backstage.people': 'کسانی که پشت صحنه‌اند',
  'backstage.room': 'اکنون در جلسه',
  'backstage.test': 'آزمایش صدا و تصویر',
  'backstage.test.why': 'چیزی از مرورگر شما بیرون نمی‌رود.',
} as const satisfies Record<keyof typeof en, string>;
