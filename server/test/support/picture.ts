import wrtc from '@roamhq/wrtc';

// NOTE: libwebrtc makes three layers from 960x540 upwards only, whatever is asked for.
const width = 960;
const height = 540;
const framesPerSecond = 15;

/** A camera that sees stripes move. Closed by its person. */
export class Camera {
  readonly #source = new wrtc.nonstandard.RTCVideoSource();
  readonly #timer: NodeJS.Timeout;
  #n = 0;

  constructor() {
    this.#timer = setInterval(() => this.#emit(), 1000 / framesPerSecond);
  }

  track() {
    return this.#source.createTrack();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #emit(): void {
    const luma = width * height;
    const data = new Uint8Array((luma * 3) / 2).fill(128);
    this.#n += 1;
    for (let row = 0; row < height; row++) {
      data.fill(((row >> 4) + this.#n) * 24, row * width, (row + 1) * width);
    }
    this.#source.onFrame({ width, height, data });
  }
}

type Frame = { frame: { width: number; height: number } };

/** Watches what one received track decodes to. Closed by its person. */
export class Eye {
  /** How wide the last picture was, 0 before the first. */
  width = 0;
  frames = 0;
  readonly #sink: InstanceType<typeof wrtc.nonstandard.RTCVideoSink>;

  constructor(track: ConstructorParameters<typeof wrtc.nonstandard.RTCVideoSink>[0], onFrame: () => void) {
    this.#sink = new wrtc.nonstandard.RTCVideoSink(track);
    this.#sink.onframe = ({ frame }: Frame) => {
      this.width = frame.width;
      this.frames += 1;
      onFrame();
    };
  }

  close(): void {
    this.#sink.stop();
  }
}
