import type { seatsText as en } from '../en/seats.ts';

/** Seats put on the list and into a tour de table, in Persian. */
export const seatsText = {
  'seats.add.title': 'افزودن کرسی به فهرست',
  'seats.add.hint': 'برای کسی هم که به راهی دیگر نوبت خواسته یا هنوز حاضر نیست.',
  'seats.add.next': 'نفر بعد',
  'seats.add.nextNamed': 'افزودن {name} به‌عنوان نفر بعد',
  'seats.add.end': 'پایان فهرست',
  'seats.add.endNamed': 'افزودن {name} در پایان فهرست',
  'seats.tour.hint': 'هر کس یک بار، به این ترتیب. غایب یک جا پس‌تر دوباره فراخوانده می‌شود و نوبتش از دست نمی‌رود.',
  'seats.tour.order': 'ترتیب دور میز',
  'seats.tour.order.seat': 'به ترتیب کرسی',
  'seats.tour.order.delegation': 'به ترتیب هیئت',
  'seats.tour.order.hand': 'به انتخاب رئیس',
  'seats.tour.time': 'وقت هر کرسی',
  'seats.tour.seats': '{count, number} کرسی از {all, number} شرکت دارند.',
  'seats.tour.nobody': 'وقتی تعیین کنید و دست‌کم یک کرسی را شرکت دهید.',
  'seats.tour.start': 'آغاز دور میز',
} as const satisfies Record<keyof typeof en, string>;
