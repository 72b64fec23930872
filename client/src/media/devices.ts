/** A kind of device that a person can choose. */
export type DeviceKind = 'microphone' | 'camera' | 'speaker';

/** A device as the browser names it; without leave to use it the name is empty. */
export type DeviceChoice = { id: string; label: string };

export type Devices = Readonly<Record<DeviceKind, readonly DeviceChoice[]>>;

/** The chosen device of each kind; null leaves it to the browser. */
export type Choices = Readonly<Record<DeviceKind, string | null>>;

export const noDevices: Devices = { microphone: [], camera: [], speaker: [] };

const kinds = { audioinput: 'microphone', videoinput: 'camera', audiooutput: 'speaker' } as const;

const STORED_AS = 'track2.devices';

const noChoices: Choices = { microphone: null, camera: null, speaker: null };

/** What is plugged in now, or nothing where the browser has no devices at all. */
export async function listDevices(): Promise<Devices> {
  const listed = await navigator.mediaDevices?.enumerateDevices().catch(() => []);
  const found = { microphone: [], camera: [], speaker: [] } as Record<DeviceKind, DeviceChoice[]>;
  for (const { kind, deviceId, label } of listed ?? []) found[kinds[kind]].push({ id: deviceId, label });
  return found;
}

/** The devices that this browser chose the last time. */
export function rememberedChoices(): Choices {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? '{}');
    return typeof stored === 'object' ? choicesIn({ ...stored }) : noChoices;
  } catch {
    // Storage is shut in some private windows: then the browser's own choice holds.
    return noChoices;
  }
}

function choicesIn(stored: Partial<Record<DeviceKind, unknown>>): Choices {
  const read = (kind: DeviceKind): string | null => {
    const id = stored[kind];
    return typeof id === 'string' && id !== '' ? id : null;
  };
  return { microphone: read('microphone'), camera: read('camera'), speaker: read('speaker') };
}

/** Keeps the choice for the next time, where the browser keeps anything. */
export function rememberChoices(choices: Choices): void {
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(choices));
  } catch {
    // As above: the choice lasts as long as the page.
  }
}
