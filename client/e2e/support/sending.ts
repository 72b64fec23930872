import { expect, type Page } from '@playwright/test';

declare global {
  interface Window {
    /** RTP packets of sound that this page has sent so far. */
    track2SentSound(): Promise<number>;
    /** The SRTP cipher of each transport of this page. */
    track2Ciphers(): Promise<string[]>;
  }
}

/**
 * A client that goes on sending whatever it is told: tracks cannot be stopped or muted, and senders keep theirs.
 * What such a client is not heard with, the server has cut.
 */
export function keepSending(): void {
  const isSound = (track: MediaStreamTrack): boolean => track.kind === 'audio';
  const connections: RTCPeerConnection[] = [];
  const Original = RTCPeerConnection;
  window.RTCPeerConnection = new Proxy(Original, {
    construct(target, args: ConstructorParameters<typeof RTCPeerConnection>) {
      const connection = new target(...args);
      connections.push(connection);
      return connection;
    },
  });
  const stop: MediaStreamTrack['stop'] = Object.getOwnPropertyDescriptor(MediaStreamTrack.prototype, 'stop')?.value;
  MediaStreamTrack.prototype.stop = function (this: MediaStreamTrack) {
    if (!isSound(this)) stop.call(this);
  };
  const enabled = Object.getOwnPropertyDescriptor(MediaStreamTrack.prototype, 'enabled');
  Object.defineProperty(MediaStreamTrack.prototype, 'enabled', {
    configurable: true,
    get(this: MediaStreamTrack) {
      return enabled?.get?.call(this);
    },
    set(this: MediaStreamTrack, value: boolean) {
      if (value || !isSound(this)) enabled?.set?.call(this, value);
    },
  });
  const sender = Object.getOwnPropertyDescriptors(RTCRtpSender.prototype);
  const replaceTrack = sender.replaceTrack.value as RTCRtpSender['replaceTrack'];
  RTCRtpSender.prototype.replaceTrack = function (this: RTCRtpSender, track: MediaStreamTrack | null) {
    return track === null && this.track?.kind === 'audio' ? Promise.resolve() : replaceTrack.call(this, track);
  };
  const setParameters = sender.setParameters.value as RTCRtpSender['setParameters'];
  RTCRtpSender.prototype.setParameters = function (this: RTCRtpSender, parameters: RTCRtpSendParameters) {
    for (const encoding of parameters.encodings) encoding.active = true;
    return setParameters.call(this, parameters);
  };
  window.track2Ciphers = async () => {
    const ciphers: string[] = [];
    for (const connection of connections) {
      for (const report of (await connection.getStats()).values())
        if (report.type === 'transport' && report.srtpCipher !== undefined) ciphers.push(report.srtpCipher);
    }
    return ciphers;
  };
  window.track2SentSound = async () => {
    let sent = 0;
    for (const connection of connections) {
      for (const report of (await connection.getStats()).values()) {
        if (report.type === 'outbound-rtp' && report.kind === 'audio') sent += report.packetsSent;
      }
    }
    return sent;
  };
}

/** This page sends sound now, whether or not anybody hears it. */
export async function expectSending(page: Page): Promise<void> {
  const before = await page.evaluate(() => window.track2SentSound());
  await expect.poll(() => page.evaluate(() => window.track2SentSound())).toBeGreaterThan(before + 20);
}
