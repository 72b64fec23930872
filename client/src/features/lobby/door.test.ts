import { describe, expect, it } from 'vitest';
import { doorOf } from './door.ts';

const secret = 'A'.repeat(43);

describe('the door', () => {
  it('waits for a press where the address holds a link, as mail scanners open addresses too', () => {
    expect(doorOf({ pathname: '/enter', hash: `#${secret}` })).toEqual({ at: 'invitation', request: { secret } });
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
