import type { stageText as en } from '../en/stage.ts';

/** The stage and the filmstrip in Persian. */
export const stageText = {
  'stage.label': 'صحنه',
  'stage.strip': 'حاضران سر میز',
  'stage.empty': 'نوبت سخن در اختیار کسی نیست',
  'stage.emptyHint': 'رئیس جلسه نوبت می‌دهد.',
  'stage.tile.you': 'شما',
  'stage.tile.youPlace':
    'شما، نفر {place, plural, =1 {اول} =2 {دوم} =3 {سوم} =4 {چهارم} =5 {پنجم} =6 {ششم} =7 {هفتم} =8 {هشتم} =9 {نهم} =10 {دهم} other {#اُم}}',
  'stage.tile.place':
    'نفر {place, plural, =1 {اول} =2 {دوم} =3 {سوم} =4 {چهارم} =5 {پنجم} =6 {ششم} =7 {هفتم} =8 {هشتم} =9 {نهم} =10 {دهم} other {#اُم}}',
  'stage.tile.called': 'فراخوانده شده',
  'stage.tile.youCalled': 'شما، نوبت شماست',
  'stage.tile.lost': 'قطع ارتباط',
  'stage.tile.name': '{delegation}، {name}',
  'stage.tile.nameAlone': '{name}',
  'stage.tile.hasFloor': 'نوبت سخن با اوست',
  'stage.tile.noCamera': 'بدون دوربین',
  'stage.tile.aide': 'همراه',
  'stage.screen': 'صفحهٔ نمایش {name}',
  'stage.screen.unnamed': 'صفحهٔ نمایش',
  'stage.unnamed': 'سخنران',
  'stage.ownScreen': 'صفحهٔ نمایش شما برای حاضران پخش می‌شود.',
} as const satisfies Record<keyof typeof en, string>;
