import { describe, expect, it } from 'vitest';
import type { PathReading } from '../../media/tryPath.ts';
import { summaryOf } from './testNetwork.ts';

const open = (reading: Partial<PathReading & { open: true }> = {}): PathReading => ({
  open: true,
  cameBack: true,
  packets: 200,
  lossPercent: 0,
  roundTripMs: 70,
  ...reading,
});
const shut: PathReading = { open: false, address: '203.0.113.7:40000' };
const found = { udp: open(), tcp: open({ roundTripMs: 95, lossPercent: 1 }), sounds: true, socketMs: 80.4 };

describe('one judgement of both paths', () => {
  it('takes the figures of the direct path where it is open', () => {
    expect(summaryOf(found)).toEqual({
      udp: 'ok',
      tcp: 'ok',
      loopback: 'ok',
      roundTripMs: 70,
      lossPercent: 0,
      address: null,
    });
  });

  it('takes those of the second path where the direct one is shut, and says what is shut', () => {
    const summary = summaryOf({ ...found, udp: shut });
    expect(summary).toEqual({
      udp: 'failed',
      tcp: 'ok',
      loopback: 'ok',
      roundTripMs: 95,
      lossPercent: 1,
      address: '203.0.113.7:40000',
    });
  });

  it('knows of no sound and no loss where both are shut; the time is that of the page’s own link', () => {
    const summary = summaryOf({ ...found, udp: shut, tcp: shut });
    expect(summary).toMatchObject({ udp: 'failed', tcp: 'failed', loopback: 'notTested', lossPercent: null });
    expect(summary.roundTripMs).toBe(80);
    expect(summaryOf({ ...found, udp: shut, tcp: shut, socketMs: null }).roundTripMs).toBeNull();
  });

  it('tells a tone that is lost on an open path from one that could not be made', () => {
    expect(summaryOf({ ...found, udp: open({ cameBack: false }) }).loopback).toBe('failed');
    expect(summaryOf({ ...found, udp: open({ cameBack: false }), sounds: false }).loopback).toBe('notTested');
  });
});
