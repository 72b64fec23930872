import type { CheckProtocol } from '@track2/shared';
import { checkRequest } from '../../connection/connection.ts';
import { TestTone } from '../../media/testTone.ts';
import { CheckRefused, type PathReading, tryPath } from '../../media/tryPath.ts';
import { meetingStore } from '../../meeting/meetingStore.ts';
import { type Hindrance, type Network, note, type TestedNetwork } from './equipment.ts';

/**
 * Sends a tone to the server and back, over UDP and then over TCP, and notes what comes of it. `context` was made in
 * the person's press, as browsers let no other one sound; it is closed at the end. Never rejects.
 */
export async function testNetwork(context: AudioContext): Promise<void> {
  try {
    const tone = await TestTone.start(context);
    const attempt = (protocol: CheckProtocol): Promise<PathReading> => tryPath(protocol, { ask: checkRequest, tone });
    show({ status: 'running', trying: 'udp', udp: 'notTested' });
    const udp = await attempt('udp');
    show({ status: 'running', trying: 'tcp', udp: udp.open ? 'ok' : 'failed' });
    const tcp = await attempt('tcp');
    const socketMs = meetingStore.getState().clock?.roundTripMs ?? null;
    show({ status: 'tested', ...summaryOf({ udp, tcp, sounds: tone.sounds, socketMs }) });
  } catch (error) {
    show({ status: 'hindered', by: hindranceOf(error) });
  } finally {
    await context.close();
  }
}

const show = (network: Network): void => note({ network });

type Found = { udp: PathReading; tcp: PathReading; sounds: boolean; socketMs: number | null };

/** One judgement of both paths. A meeting takes the direct path where it is open, so its figures count first. */
export function summaryOf({ udp, tcp, sounds, socketMs }: Found): TestedNetwork {
  const used = udp.open ? udp : tcp.open ? tcp : null;
  const shut = udp.open ? tcp : udp;
  const returned = used?.cameBack ? 'ok' : 'failed';
  const roundTrip = used?.roundTripMs ?? socketMs;
  return {
    udp: udp.open ? 'ok' : 'failed',
    tcp: tcp.open ? 'ok' : 'failed',
    // Where no tone could be made, and where no path was open, nothing was sent that could have come back.
    loopback: sounds && used !== null ? returned : 'notTested',
    roundTripMs: roundTrip === null ? null : Math.round(roundTrip),
    lossPercent: used?.lossPercent ?? null,
    address: shut.open ? null : shut.address,
  };
}

function hindranceOf(error: unknown): Hindrance {
  if (error instanceof CheckRefused) return error.refusal;
  const isUnsupported = error instanceof Error && /^(UnsupportedError|NotSupportedError)$/.test(error.name);
  return isUnsupported ? { code: 'unsupported' } : { code: 'check.unavailable' };
}
