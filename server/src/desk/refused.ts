import type { DeskRefusal } from '@track2/shared';

/** The desk turns something down. */
export class DeskRefused extends Error {
  readonly refusal: DeskRefusal;

  constructor(refusal: DeskRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** There is no such thing, or it is not the desk's to change. */
export const unknown = (): DeskRefused => new DeskRefused({ code: 'desk.unknown' });
