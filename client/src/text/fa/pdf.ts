import type { pdfText as en } from '../en/pdf.ts';

/** صفحه‌های یک پی‌دی‌اف. */
export const pdfText = {
  'pdf.unnamed': 'سند بی‌نام',
  'pdf.page': 'صفحهٔ {page, number} از {pages, number}',
  'pdf.count': '{page} از {pages}',
  'pdf.previous': 'صفحهٔ پیشین',
  'pdf.next': 'صفحهٔ پسین',
  'pdf.first': 'این نخستین صفحه است.',
  'pdf.last': 'این آخرین صفحه است.',
  'pdf.coming': 'در راه: {part, number}٪',
  'pdf.drawing': 'صفحه در حال آماده شدن است',
  'pdf.notFetched': 'سند نرسید: اتصال کند است یا قطع شد. جلسه ادامه دارد.',
  'pdf.notReadable': 'این مرورگر نمی‌تواند سند را نمایش دهد. جلسه ادامه دارد.',
  'pdf.pageFailed': 'این صفحه نمایش داده نمی‌شود.',
  'pdf.tryAgain': 'تلاش دوباره',
} as const satisfies Record<keyof typeof en, string>;
