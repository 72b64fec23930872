import { describe, expect, it, vi } from 'vitest';
import { doorOf, readAddress } from './door.ts';

const secret = 'A'.repeat(43);

describe('the door', () => {
  it('waits for a press where the address holds a link, as mail scanners open addresses too', () => {
    expect(doorOf({ pathname: '/enter', hash: `#${secret}` })).toEqual({ at: 'invitation', request: { secret } });
  });

  it('takes the link out of the address as the page is loaded, before anything is pressed', () => {
    const replaceState = vi.fn<(state: null, unused: string, url: string) => void>();
    vi.stubGlobal('history', { replaceState });
    vi.stubGlobal('location', { pathname: '/enter', hash: `#${secret}` });
    expect(readAddress()).toEqual({ at: 'invitation', request: { secret } });
    expect(replaceState.mock.calls).toEqual([[null, '', '/enter']]);
  });

  it('asks for the link once more when its page was loaded again', () => {
    expect(doorOf({ pathname: '/enter', hash: '' })).toEqual({ at: 'linkAway' });
  });

  it('says that a link is incomplete before it asks the server', () => {
    const door = doorOf({ pathname: '/enter', hash: '#too-short' });
    expect(door).toEqual({ at: 'refused', refusal: { code: 'enter.badRequest' }, request: null });
  });

  it('goes on by itself with the seat of a reloaded tab', () => {
    expect(doorOf({ pathname: '/seat/m-iran', hash: '' })).toEqual({ at: 'opening', request: { member: 'm-iran' } });
    expect(doorOf({ pathname: '/convener', hash: '' })).toEqual({ at: 'opening', request: { convener: true } });
  });

  it('asks for a link at any other address', () => {
    expect(doorOf({ pathname: '/', hash: '' })).toEqual({ at: 'noLink' });
    expect(doorOf({ pathname: '/seat/..%2f', hash: '' })).toEqual({ at: 'noLink' });
  });
});
