import type { EnterRequest, Id } from '@track2/shared';
import { useCallback, useEffect, useState } from 'react';
import { closeConnection, openConnection } from '../../connection/connection.ts';
import { type EnterRefusal, requestEntry } from '../../connection/enter.ts';

/** Where a person stands who has opened an address of the platform. From `seat` on the mirror decides. */
export type Door =
  | { at: 'noLink' }
  /** The page of a link was loaded again, and the link is not in its address any more. */
  | { at: 'linkAway' }
  | { at: 'invitation'; request: EnterRequest }
  | { at: 'opening'; request: EnterRequest }
  /** `request` is null where trying again is of no use. */
  | { at: 'refused'; refusal: EnterRefusal; request: EnterRequest | null }
  | { at: 'seat'; member: Id }
  | { at: 'convener' }
  | { at: 'declined'; request: EnterRequest };

type Address = Pick<Location, 'pathname' | 'hash'>;

// Patterns in place of the schemas: the first page is to come without a validation library.
const secretForm = /^[A-Za-z0-9_-]{43}$/;
const seatForm = /^\/seat\/([A-Za-z0-9][A-Za-z0-9_-]{0,63})$/;

/** What an address stands for. A link waits for a press; a seat that this browser holds is gone on with. */
export function doorOf({ pathname, hash }: Address): Door {
  if (hash !== '') {
    const secret = hash.slice(1);
    return secretForm.test(secret)
      ? { at: 'invitation', request: { secret } }
      : { at: 'refused', refusal: { code: 'enter.badRequest' }, request: null };
  }
  if (pathname === '/enter') return { at: 'linkAway' };
  if (pathname === '/convener') return { at: 'opening', request: { convener: true } };
  const member = seatForm.exec(pathname)?.[1];
  return member === undefined ? { at: 'noLink' } : { at: 'opening', request: { member } };
}

/** What the address was as the page was loaded, until the person presses. */
let atLoad: Door | null = null;

/**
 * Reads the address and takes a link out of it, so that neither the history of the tab nor a look at the screen has it.
 * Called first of all as the page is loaded.
 */
export function readAddress(): Door {
  atLoad = doorOf(location);
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  return atLoad;
}

const mayBeTriedAgain: ReadonlySet<EnterRefusal['code']> = new Set([
  'unreachable',
  'http.fault',
  'enter.tooOften',
  // The chair may allow another device meanwhile.
  'enter.linkUsed',
]);

/** Asks for entry; with a seat it opens the connection. */
async function pass(request: EnterRequest): Promise<Door> {
  const outcome = await requestEntry(request);
  if (!outcome.entered) {
    const { refusal } = outcome;
    return { at: 'refused', refusal, request: mayBeTriedAgain.has(refusal.code) ? request : null };
  }
  const { reply } = outcome;
  if (reply.kind === 'convener') {
    // Who loads a page of the desk again stays on it.
    if (location.pathname !== '/convener') history.replaceState(null, '', '/convener');
    return { at: 'convener' };
  }
  const { member } = reply.you;
  // The tab remembers its seat, so that a reload goes on; two tabs of one browser can hold two.
  history.replaceState(null, '', `/seat/${member}`);
  openConnection(reply);
  return { at: 'seat', member };
}

export type DoorActs = {
  /** The person's press: opens the seat. */
  open(request: EnterRequest): void;
  decline(member: Id): void;
};

/** The door of this tab, with what can be done at it. */
export function useDoor(): [Door, DoorActs] {
  const [door, setDoor] = useState(() => atLoad ?? readAddress());
  const open = useCallback((request: EnterRequest) => {
    atLoad = null;
    setDoor({ at: 'opening', request });
  }, []);
  const decline = useCallback((member: Id) => {
    closeConnection();
    setDoor({ at: 'declined', request: { member } });
  }, []);
  useEffect(() => {
    if (door.at !== 'opening') return;
    let current = true;
    const go = async (): Promise<void> => {
      const next = await pass(door.request);
      if (current) setDoor(next);
    };
    void go(); // a refusal is a door too
    return () => {
      current = false;
    };
  }, [door]);
  useEffect(() => {
    // Another link pasted into this tab changes nothing but the fragment.
    const read = (): void => setDoor(readAddress());
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return [door, { open, decline }];
}
