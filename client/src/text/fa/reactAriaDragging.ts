type ItemText = { itemText: string };
type Count = { count: number };

const digits = new Intl.NumberFormat('fa');

/** What react-aria says while something is dragged, in Persian; a file of its own, as it is loaded with the dragging. */
export const reactAriaPersian = {
  dnd: {
    dragItem: ({ itemText }: ItemText): string => `جابه‌جا کردن ${itemText}`,
    dragSelectedItems: ({ count }: Count): string => `جابه‌جا کردن ${digits.format(count)} مورد`,
    dragDescriptionKeyboard: 'برای آغاز جابه‌جایی کلید ورود را بزنید.',
    dragDescriptionKeyboardAlt: 'برای آغاز جابه‌جایی کلیدهای دگرساز و ورود را بزنید.',
    dragDescriptionTouch: 'برای آغاز جابه‌جایی دو بار ضربه بزنید.',
    dragDescriptionVirtual: 'برای آغاز جابه‌جایی فشار دهید.',
    dragDescriptionLongPress: 'برای آغاز جابه‌جایی لمس طولانی کنید.',
    dragSelectedKeyboard: ({ count }: Count): string =>
      `برای جابه‌جا کردن ${digits.format(count)} مورد کلید ورود را بزنید.`,
    dragSelectedKeyboardAlt: ({ count }: Count): string =>
      `برای جابه‌جا کردن ${digits.format(count)} مورد کلیدهای دگرساز و ورود را بزنید.`,
    dragSelectedLongPress: ({ count }: Count): string =>
      `برای جابه‌جا کردن ${digits.format(count)} مورد لمس طولانی کنید.`,
    dragStartedKeyboard: 'جابه‌جایی آغاز شد. با کلید جهش جای تازه را بیابید و کلید ورود را بزنید؛ گریز آن را لغو می‌کند.',
    dragStartedTouch: 'جابه‌جایی آغاز شد. به جای تازه بروید و برای رها کردن دو بار ضربه بزنید.',
    dragStartedVirtual: 'جابه‌جایی آغاز شد. به جای تازه بروید و برای رها کردن کلید ورود را بزنید.',
    endDragKeyboard: 'در حال جابه‌جایی. کلید ورود آن را لغو می‌کند.',
    endDragTouch: 'در حال جابه‌جایی. دو بار ضربه آن را لغو می‌کند.',
    endDragVirtual: 'در حال جابه‌جایی. فشار دادن آن را لغو می‌کند.',
    dropDescriptionKeyboard: 'کلید ورود برای رها کردن، گریز برای لغو.',
    dropDescriptionTouch: 'برای رها کردن دو بار ضربه بزنید.',
    dropDescriptionVirtual: 'برای رها کردن فشار دهید.',
    dropCanceled: 'جابه‌جایی لغو شد.',
    dropComplete: 'جابه‌جایی انجام شد.',
    dropIndicator: 'جای رها کردن',
    dropOnRoot: 'رها کردن روی فهرست',
    dropOnItem: ({ itemText }: ItemText): string => `رها کردن روی ${itemText}`,
    insertBefore: ({ itemText }: ItemText): string => `پیش از ${itemText}`,
    insertBetween: ({ beforeItemText, afterItemText }: { beforeItemText: string; afterItemText: string }): string =>
      `میان ${beforeItemText} و ${afterItemText}`,
    insertAfter: ({ itemText }: ItemText): string => `پس از ${itemText}`,
  },
} as const;
