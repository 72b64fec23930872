import { describe, expect, it } from 'vitest';
import { isWorthAnotherTry, outcomeOf } from './sendFile.ts';

const refused = (problem: object) => ({ outcome: 'refused', problem });

describe('an answer to an upload', () => {
  it('means that the file is in the meeting, or says why it is not', () => {
    expect(outcomeOf(201, '{"document":"d1"}')).toEqual({ outcome: 'taken' });
    const tooLarge = { code: 'documents.tooLarge', mostBytes: 5 };
    expect(outcomeOf(413, JSON.stringify(tooLarge))).toEqual(refused(tooLarge));
  });

  it('is a fault where something else than our server answered', () => {
    expect(outcomeOf(502, '<html>Bad gateway</html>')).toEqual(refused({ code: 'http.fault' }));
    expect(outcomeOf(200, 'null')).toEqual(refused({ code: 'http.fault' }));
  });

  it('speaks of the upload and not of the link where the request itself was not understood', () => {
    expect(outcomeOf(400, '{"code":"enter.badRequest"}')).toEqual(refused({ code: 'documents.badRequest' }));
  });

  it('lets the same file be sent again unless the file is what is wrong', () => {
    expect(isWorthAnotherTry({ code: 'documents.brokenOff' })).toBe(true);
    expect(isWorthAnotherTry({ code: 'documents.corrupt' })).toBe(false);
  });
});
