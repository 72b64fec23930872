import type { AudioLevelObserverOptions, RouterOptions } from 'mediasoup/types';

/**
 * Voice in one codec that heals a lost packet by itself and falls silent between words, pictures in the one that
 * every browser encodes in layers.
 */
export const routerOptions: RouterOptions = {
  mediaCodecs: [
    {
      kind: 'audio',
      mimeType: 'audio/opus',
      clockRate: 48000,
      channels: 2,
      parameters: { useinbandfec: 1, usedtx: 1 },
    },
    { kind: 'video', mimeType: 'video/VP8', clockRate: 90000 },
  ],
};

/**
 * No data channels. NOTE: mediasoup offers the SRTP suites with AEAD AES-GCM first by itself (SrtpCryptoSuites in
 * its DtlsTransport.cpp) and has no option for it: Chromium 156 gets AEAD_AES_256_GCM, clients that know none AES-CM.
 */
export const transportOptions = {
  enableSctp: false,
  enableUdp: true,
  enableTcp: true,
  preferUdp: true,
  initialAvailableOutgoingBitrate: 1_000_000,
} as const;

/** What one client may send at most, however many layers it makes of it. */
export const incomingBitsPerSecond = 6_000_000;

/** Four pulses a second, for as many voices as can be open at once and some more. */
export const levelOptions: AudioLevelObserverOptions = { interval: 250, threshold: -70, maxEntries: 12 };

/** The simulcast layer (0 the smallest of three) whose picture fills a tile so wide, in device pixels. */
export function layerForWidth(width: number): number {
  if (width <= 320) return 0;
  return width <= 640 ? 1 : 2;
}
