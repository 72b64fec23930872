import type { checkText } from '../../text/en/check.ts';
import type { Values } from '../../text/sentences.ts';
import type { Equipment, Hindrance, TestedNetwork } from './equipment.ts';

type CheckKey = keyof typeof checkText;

/** How a finding is shown: all well, something to do or know, or what keeps the person from taking part. */
export type FindingTone = 'good' | 'open' | 'bad';

/** A sentence and what fills it. */
export type Said = { key: CheckKey; values?: Values };

/** One line of the result: what was found, what to do about it, and the figure behind it. */
export type Finding = Said & { tone: FindingTone; advice: Said | null; figure: Said | null };

export type Findings = { verdict: CheckKey; lines: Finding[] };

/** Half of it, the other person's half and what both browsers hold back come near the 400 ms of ITU-T G.114, beyond which people talk over each other. */
const LONG_MS = 400;
/** Opus mends a loss of some percent by itself; of more, words break up. */
const SOME_PERCENT = 2;
const MUCH_PERCENT = 8;

const good = (key: CheckKey, figure: Said | null = null): Finding => ({ tone: 'good', key, advice: null, figure });
const open = (key: CheckKey, advice: CheckKey, figure: Said | null = null): Finding => ({
  tone: 'open',
  key,
  advice: { key: advice },
  figure,
});

const bad = (key: CheckKey, advice: CheckKey, figure: Said | null = null): Finding => ({
  ...open(key, advice, figure),
  tone: 'bad',
});

/** What the test says in plain words. */
export function findingsOf({ camera, microphone, speaker }: Equipment, network: TestedNetwork): Findings {
  const devices = [cameraLine(camera), microphoneLine(microphone), speakerLine(speaker)];
  const paths = pathLines(network);
  const sound = network.udp === 'ok' || network.tcp === 'ok' ? soundLines(network) : [];
  const ofConnection = [...paths, ...sound];
  return { verdict: verdictOf(network, devices, ofConnection), lines: [...ofConnection, ...devices] };
}

function verdictOf({ udp, tcp }: TestedNetwork, devices: Finding[], connection: Finding[]): CheckKey {
  if (udp !== 'ok' && tcp !== 'ok') return 'check.verdict.shut';
  if (connection.some(({ tone }) => tone === 'bad')) return 'check.verdict.poor';
  return [...devices, ...connection].every(({ tone }) => tone === 'good') ? 'check.verdict.good' : 'check.verdict.open';
}

const cameraLine = (camera: Equipment['camera']): Finding =>
  camera === 'ok' ? good('check.camera.ok') : open(`check.camera.${camera}`, `check.camera.${camera}.advice`);

const microphoneLine = (microphone: Equipment['microphone']): Finding =>
  microphone === 'ok'
    ? good('check.microphone.ok')
    : open(`check.microphone.${microphone}`, `check.microphone.${microphone}.advice`);

const speakerLine = (speaker: Equipment['speaker']): Finding =>
  speaker === 'heard'
    ? good('check.speaker.heard')
    : open(`check.speaker.${speaker}`, `check.speaker.${speaker}.advice`);

function pathLines({ udp, tcp, address }: TestedNetwork): Finding[] {
  if (udp === 'ok') {
    const second = tcp === 'ok' ? good('check.tcp.ok') : open('check.tcp.failed', 'check.tcp.failed.advice');
    return [good('check.udp.ok'), second];
  }
  if (tcp === 'ok') return [open('check.udp.failed', 'check.udp.failed.advice'), good('check.tcp.used')];
  const advice = {
    key: 'check.paths.failed.advice',
    values: { protocols: 'UDP + TCP', address: address ?? '' },
  } as const;
  return [{ tone: 'bad', key: 'check.paths.failed', advice, figure: null }];
}

function soundLines({ loopback, roundTripMs, lossPercent }: TestedNetwork): Finding[] {
  const lines: Finding[] = [];
  if (loopback === 'ok') lines.push(good('check.loopback.ok'));
  if (loopback === 'failed') lines.push(bad('check.loopback.failed', 'check.loopback.failed.advice'));
  if (roundTripMs !== null) lines.push(roundTripLine(roundTripMs));
  if (lossPercent !== null) lines.push(lossLine(lossPercent));
  return lines;
}

function roundTripLine(ms: number): Finding {
  const figure: Said = { key: 'check.roundTrip.value', values: { ms } };
  return ms < LONG_MS
    ? good('check.roundTrip.ok', figure)
    : open('check.roundTrip.long', 'check.roundTrip.long.advice', figure);
}

function lossLine(percent: number): Finding {
  const figure: Said = { key: 'check.loss.value', values: { percent } };
  if (percent < SOME_PERCENT) return good('check.loss.ok', figure);
  if (percent < MUCH_PERCENT) return open('check.loss.some', 'check.loss.some.advice', figure);
  return bad('check.loss.much', 'check.loss.much.advice', figure);
}

const SECONDS_IN_MINUTE = 60;

/** Why there is no result, in plain words. */
export function hindranceSaid(by: Hindrance): Said {
  if (by.code === 'check.tooOften')
    return {
      key: 'check.hindered.check.tooOften',
      values: { minutes: Math.ceil(by.afterSeconds / SECONDS_IN_MINUTE) },
    };
  // These two are faults of this client, and the way out of them is the same.
  if (by.code === 'check.malformed' || by.code === 'check.notOpen') return { key: 'check.hindered.check.unavailable' };
  return { key: `check.hindered.${by.code}` };
}
