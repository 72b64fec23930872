import type {
  ConsumerOptions,
  DtlsParameters,
  IceCandidate,
  IceParameters,
  ProducerOptions,
  RtpParameters,
} from 'mediasoup/types';
import type { Switchable } from './valve.ts';

/** The part of mediasoup that a peer uses; a real WebRtcTransport is one, and so is a test's. */
export type SfuTransport = {
  readonly id: string;
  readonly iceParameters: IceParameters;
  readonly iceCandidates: IceCandidate[];
  readonly dtlsParameters: DtlsParameters;
  connect(options: { dtlsParameters: DtlsParameters }): Promise<void>;
  restartIce(): Promise<IceParameters>;
  produce(options: ProducerOptions): Promise<Switchable>;
  consume(options: ConsumerOptions): Promise<SfuConsumer>;
  close(): void;
};

export type SfuConsumer = Switchable & {
  readonly rtpParameters: RtpParameters;
  setPreferredLayers(layers: { spatialLayer: number }): Promise<void>;
};
