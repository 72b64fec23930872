/** A device that a person speaks or is seen with. */
export type CaptureSource = 'microphone' | 'camera';

/** Why a device gives nothing: no leave (for good, or this time), no device, or one that does not open. */
export type CaptureRefusal = 'denied' | 'dismissed' | 'missing' | 'busy';

export type Captured = { ok: true; track: MediaStreamTrack } | { ok: false; why: CaptureRefusal };

/** A shared screen with the sound of its tab, where the browser gives one. */
export type CapturedScreen =
  | { ok: true; screen: MediaStreamTrack; sound: MediaStreamTrack | null }
  | { ok: false; why: CaptureRefusal };

const voice = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: { ideal: 1 } };
const face = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 24, max: 30 } };

/** Opens a device, the chosen one if it is there. Asks for leave when the browser has none yet. */
export async function captureDevice(source: CaptureSource, chosen: string | null): Promise<Captured> {
  // Not there at all on a page that did not come over a secure connection.
  if (!navigator.mediaDevices) return { ok: false, why: 'missing' };
  const device = chosen === null ? {} : { deviceId: { ideal: chosen } };
  try {
    const stream = await navigator.mediaDevices.getUserMedia(
      source === 'microphone' ? { audio: { ...voice, ...device } } : { video: { ...face, ...device } },
    );
    const [track] = stream.getTracks();
    return track === undefined ? { ok: false, why: 'missing' } : { ok: true, track };
  } catch (error) {
    return { ok: false, why: await refusalOf(error, source) };
  }
}

/** Lets the person choose a screen, window or tab. */
export async function captureScreen(): Promise<CapturedScreen> {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({
      video: { frameRate: { ideal: 10, max: 15 } },
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    });
    const [screen] = stream.getVideoTracks();
    const [sound = null] = stream.getAudioTracks();
    if (screen === undefined) return { ok: false, why: 'busy' };
    // Sharp text matters more than smooth movement.
    screen.contentHint = 'detail';
    return { ok: true, screen, sound };
  } catch (error) {
    // There is no lasting denial here: whoever closes the browser's picker only changed their mind.
    return { ok: false, why: nameOf(error) === 'NotAllowedError' ? 'dismissed' : 'busy' };
  }
}

/** Whether this browser can show a screen; phones cannot. */
export const canShareScreen = (): boolean =>
  typeof navigator !== 'undefined' && typeof navigator.mediaDevices?.getDisplayMedia === 'function';

/** What the browser has decided about a device, or null where it does not say. */
export async function permissionFor(source: CaptureSource): Promise<PermissionStatus | null> {
  try {
    return await navigator.permissions.query({ name: source });
  } catch {
    return null;
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

async function refusalOf(error: unknown, source: CaptureSource): Promise<CaptureRefusal> {
  switch (nameOf(error)) {
    case 'NotAllowedError':
    case 'SecurityError':
      return (await permissionFor(source))?.state === 'denied' ? 'denied' : 'dismissed';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    default:
      return 'busy';
  }
}
