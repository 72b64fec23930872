import { EquipmentResult } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { sayIn } from '../../text/sentences.ts';
import { checkWords } from './checkWords.ts';
import { type Equipment, resultOf, type TestedNetwork } from './equipment.ts';
import { type FindingTone, findingsOf, hindranceSaid, type Said } from './findings.ts';

const fine: TestedNetwork = {
  udp: 'ok',
  tcp: 'ok',
  loopback: 'ok',
  roundTripMs: 74,
  lossPercent: 0.4,
  address: null,
};
const equipped: Equipment = {
  camera: 'ok',
  microphone: 'ok',
  speaker: 'heard',
  network: { status: 'tested', ...fine },
};
const blocked: TestedNetwork = {
  udp: 'failed',
  tcp: 'failed',
  loopback: 'notTested',
  roundTripMs: 80,
  lossPercent: null,
  address: '203.0.113.7:40000',
};

const english = sayIn('en', checkWords.en);
const persian = sayIn('fa', checkWords.fa);
const said = ({ key, values }: Said): string => english(key, values);

/** The findings as they are read: the verdict, then each line that is not all well with its advice. */
function read(network: Partial<TestedNetwork>, devices: Partial<Equipment> = {}) {
  const { verdict, lines } = findingsOf({ ...equipped, ...devices }, { ...fine, ...network });
  const marked = lines.filter(({ tone }) => tone !== 'good');
  return {
    verdict: english(verdict),
    marked: marked.map((line): [FindingTone, string, string] => [
      line.tone,
      said(line),
      line.advice === null ? '' : said(line.advice),
    ]),
  };
}

describe('what the test says', () => {
  it('is one good sentence where all is well, with the figures behind it', () => {
    expect(read({})).toEqual({ verdict: 'All is well. You can take part from here.', marked: [] });
    const figures = findingsOf(equipped, fine).lines.flatMap(({ figure }) => (figure === null ? [] : [said(figure)]));
    expect(figures).toEqual(['74 ms', '0.4 % lost']);
  });

  it('asks nothing of who is heard over the second path', () => {
    const { verdict, marked } = read({ udp: 'failed', address: '203.0.113.7:40000' });
    expect(verdict).toBe('Your connection carries the meeting. Some points are left:');
    expect(marked).toEqual([
      [
        'open',
        'The direct path is blocked',
        'You are heard and seen over the second path, a little slower. You need do nothing.',
      ],
    ]);
  });

  it('names who is to be told, and what, where no path is open; of sound it says nothing then', () => {
    const { verdict, lines } = findingsOf(equipped, blocked);
    expect(english(verdict)).toBe('From this network you would neither hear the meeting nor be heard.');
    expect(lines.map(({ key }) => key)).toEqual([
      'check.paths.failed',
      'check.camera.ok',
      'check.microphone.ok',
      'check.speaker.heard',
    ]);
    const [path] = lines;
    const advice = path?.advice;
    expect(advice && said(advice)).toContain('let UDP + TCP through to 203.0.113.7:40000');
    expect(advice && persian(advice.key, advice.values)).toContain('\u2068UDP + TCP\u2069');
  });

  it.each([
    [1.9, 'good'],
    [2, 'open'],
    [7.9, 'open'],
    [8, 'bad'],
    [100, 'bad'],
  ] as const)('judges a loss of %s %% as %s', (lossPercent, tone) => {
    const line = findingsOf(equipped, { ...fine, lossPercent }).lines.find(({ key }) => key.startsWith('check.loss'));
    expect(line?.tone).toBe(tone);
  });

  it.each([
    [399, 'check.roundTrip.ok'],
    [400, 'check.roundTrip.long'],
  ] as const)('judges a round trip of %s ms as %s', (roundTripMs, key) => {
    expect(findingsOf(equipped, { ...fine, roundTripMs }).lines.map((line) => line.key)).toContain(key);
  });

  it('is poor where the tone did not come back', () => {
    const { verdict, marked } = read({ loopback: 'failed' });
    expect(verdict).toBe('You can take part from here, and it can be better:');
    expect(marked.map(([tone, words]) => [tone, words])).toEqual([
      ['bad', 'A tone went to the server and did not come back'],
    ]);
  });

  it('leaves out what was not measured', () => {
    const { lines } = findingsOf(equipped, { ...fine, loopback: 'notTested', roundTripMs: null, lossPercent: null });
    expect(lines.map(({ key }) => key)).not.toContainEqual(expect.stringMatching(/loopback|roundTrip|loss/));
  });

  it('says in both languages what to do about every line that is not all well', () => {
    const devices = ['missing', 'denied', 'notTested'] as const;
    for (const device of devices) {
      const speaker = device === 'denied' ? 'notHeard' : 'notTested';
      for (const network of [
        fine,
        blocked,
        { ...fine, tcp: 'failed', loopback: 'failed', roundTripMs: 900 } as const,
      ]) {
        const { lines } = findingsOf({ ...equipped, camera: device, microphone: device, speaker }, network);
        for (const { tone, key, advice } of lines) {
          expect([key, tone === 'good']).toEqual([key, advice === null]);
          for (const say of [english, persian]) expect(say(advice?.key ?? key, advice?.values)).not.toContain('check.');
        }
      }
    }
  });
});

describe('why there is no result', () => {
  it('says when to test again', () => {
    expect(said(hindranceSaid({ code: 'check.tooOften', afterSeconds: 61 }))).toBe(
      'You have tested often. Test again in 2 minutes.',
    );
    expect(said(hindranceSaid({ code: 'check.tooOften', afterSeconds: 1 }))).toContain('in 1 minute.');
  });

  it('has a sentence for every reason', () => {
    const codes = ['check.busy', 'check.unavailable', 'check.malformed', 'check.notOpen', 'unsupported'] as const;
    for (const code of codes) expect(said(hindranceSaid({ code }))).toMatch(/[.]$/);
  });
});

describe('what the organisers are told', () => {
  it('is what the meeting takes, tested or not, and nothing of addresses', () => {
    const tested = resultOf({ ...equipped, network: { status: 'tested', ...blocked } });
    expect(EquipmentResult.parse(tested)).toEqual(tested);
    expect(tested).toMatchObject({
      camera: 'ok',
      udp: 'failed',
      tcp: 'failed',
      loopback: 'notTested',
      roundTripMs: 80,
    });
    const untested = resultOf({ ...equipped, camera: 'notTested', network: { status: 'untested' } });
    expect(EquipmentResult.parse(untested)).toMatchObject({ camera: 'notTested', udp: 'notTested', lossPercent: null });
  });
});
