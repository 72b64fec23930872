import type { CheckProtocol } from '@track2/shared';
import { checkRequest } from '../../connection/connection.ts';
import { CheckRefused, type PathReading, tryPath } from '../../media/tryPath.ts';
import { meetingStore } from '../../meeting/meetingStore.ts';
import { type Hindrance, type Network, note, type TestedNetwork } from './equipment.ts';

const FREQUENCY_HZ = 440;
/** A sound context that does not run by now will not: no loudspeaker, or a browser that holds it back. */
const STARTS_WITHIN_MS = 1000;

/**
 * Sends a tone to the server and back, over UDP and then over TCP, and notes what comes of it. `context` was made in
 * the person's press, as browsers let no other one sound; it is closed at the end. Never rejects.
 */
export async function testNetwork(context: AudioContext): Promise<void> {
  try {
    const { track, sounds } = await hum(context);
    const attempt = (protocol: CheckProtocol): Promise<PathReading> =>
      tryPath(protocol, { ask: checkRequest, tone: track });
    show({ status: 'running', trying: 'udp', udp: 'notTested' });
    const udp = await attempt('udp');
    show({ status: 'running', trying: 'tcp', udp: udp.open ? 'ok' : 'failed' });
    const tcp = await attempt('tcp');
    const socketMs = meetingStore.getState().clock?.roundTripMs ?? null;
    show({ status: 'tested', ...summaryOf({ udp, tcp, sounds, socketMs }) });
  } catch (error) {
    show({ status: 'hindered', by: hindranceOf(error) });
  } finally {
    await context.close();
  }
}

/** A quiet tone that nobody hears: it goes to the server and not to the loudspeaker. */
async function hum(context: AudioContext): Promise<{ track: MediaStreamTrack; sounds: boolean }> {
  const away = new MediaStreamAudioDestinationNode(context);
  const oscillator = new OscillatorNode(context, { frequency: FREQUENCY_HZ });
  oscillator.connect(new GainNode(context, { gain: 0.3 })).connect(away);
  oscillator.start();
  await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, STARTS_WITHIN_MS))]);
  const [track] = away.stream.getAudioTracks();
  if (track === undefined) throw new DOMException('no sound can be made', 'NotSupportedError');
  return { track, sounds: context.state === 'running' };
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
