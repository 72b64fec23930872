import { describe, expect, it } from 'vitest';
import { readLoop, type Stat } from './loopReading.ts';

// As Chromium 156 gives them, shortened.
const sending: Stat[] = [
  { type: 'transport', id: 'T01', selectedCandidatePairId: 'CP-used' },
  { type: 'candidate-pair', id: 'CP-other', nominated: true, currentRoundTripTime: 0.9 },
  { type: 'candidate-pair', id: 'CP-used', nominated: true, currentRoundTripTime: 0.0742 },
  { type: 'remote-inbound-rtp', kind: 'audio', packetsLost: 1, roundTripTime: 0.2 },
];
const receiving: Stat[] = [{ type: 'inbound-rtp', kind: 'audio', packetsReceived: 195, packetsLost: 5 }];
const without = (stats: Stat[], type: string): Stat[] => stats.filter((stat) => stat.type !== type);

describe('what a tone there and back comes to', () => {
  it('is the packets that came back, the share that was lost, and the time of the pair in use', () => {
    expect(readLoop(sending, receiving)).toEqual({ packets: 195, lossPercent: 2.5, roundTripMs: 74 });
  });

  it('takes the nominated pair where the browser names no pair in use', () => {
    expect(readLoop(without(sending, 'transport').slice(1), receiving).roundTripMs).toBe(74);
  });

  it('takes the time of the reports where pairs have none, then that of the way back, or none', () => {
    const untimed = without(sending, 'candidate-pair');
    expect(readLoop(untimed, receiving).roundTripMs).toBe(200);
    const reportless = without(untimed, 'remote-inbound-rtp');
    expect(readLoop(reportless, [...receiving, ...sending]).roundTripMs).toBe(74);
    expect(readLoop(reportless, receiving).roundTripMs).toBeNull();
  });

  it('has no loss where nothing came, and none below nothing', () => {
    expect(readLoop(sending, [])).toEqual({ packets: 0, lossPercent: null, roundTripMs: 74 });
    const twice: Stat[] = [{ type: 'inbound-rtp', packetsReceived: 100, packetsLost: -2 }];
    expect(readLoop(sending, twice).lossPercent).toBe(0);
  });

  it('is all loss where packets were missed and none came', () => {
    expect(readLoop([], [{ type: 'inbound-rtp', packetsReceived: 0, packetsLost: 40 }]).lossPercent).toBe(100);
  });

  it('lets pass what is no number', () => {
    const odd: Stat[] = [{ type: 'inbound-rtp', packetsReceived: 'many', packetsLost: Number.NaN }];
    expect(readLoop([], odd)).toEqual({ packets: 0, lossPercent: null, roundTripMs: null });
  });
});
