/** One entry of a browser's statistics; what it holds depends on its type and on the browser. */
export type Stat = { readonly type: string } & Readonly<Record<string, unknown>>;

/** What came of sending a tone to the server and back by one path. */
export type LoopReading = {
  /** Packets that came back. */
  packets: number;
  /** Of a hundred packets, how many were lost on the way there and back; null when none was on the way. */
  lossPercent: number | null;
  /** From here to the server and back; null where the browser does not say. */
  roundTripMs: number | null;
};

const numberOf = (stat: Stat | undefined, name: string): number | null => {
  const value = stat?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

/**
 * Reads what the browser counted on the sending and on the receiving side (W3C webrtc-stats). The server keeps the gaps
 * in the numbers of the packets, so what is lost on the way there is missing on the way back too: one count for both.
 */
export function readLoop(sending: readonly Stat[], receiving: readonly Stat[]): LoopReading {
  const inbound = receiving.find(({ type }) => type === 'inbound-rtp');
  const packets = numberOf(inbound, 'packetsReceived') ?? 0;
  // Packets that come twice can make it negative.
  const lost = Math.max(0, numberOf(inbound, 'packetsLost') ?? 0);
  const all = packets + lost;
  return {
    packets,
    lossPercent: all === 0 ? null : Math.round((lost / all) * 1000) / 10,
    roundTripMs: roundTripOf(sending) ?? roundTripOf(receiving),
  };
}

/** Of the pair of addresses in use; otherwise as the server's reports say. */
function roundTripOf(stats: readonly Stat[]): number | null {
  const chosen = stats.find(({ type }) => type === 'transport')?.selectedCandidatePairId;
  const pairs = stats.filter(({ type }) => type === 'candidate-pair');
  const pair = pairs.find(({ id }) => id === chosen) ?? pairs.find(({ nominated }) => nominated === true);
  const reported = stats.find(({ type }) => type === 'remote-inbound-rtp');
  const seconds = numberOf(pair, 'currentRoundTripTime') ?? numberOf(reported, 'roundTripTime');
  return seconds === null ? null : Math.round(seconds * 1000);
}
