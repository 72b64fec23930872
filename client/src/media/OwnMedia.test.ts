import type { MediaGrant } from '@track2/shared';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MediaLink } from './MediaLink.ts';
import { OwnMedia } from './OwnMedia.ts';

/** As much of a captured track as is looked at, and what the browser does to it. */
class Track extends EventTarget {
  enabled = true;
  contentHint = '';
  readyState: 'live' | 'ended' = 'live';
  readonly kind: 'video' | 'audio';
  readonly name: string;

  constructor(name: string, kind: 'video' | 'audio') {
    super();
    this.name = name;
    this.kind = kind;
  }

  stop(): void {
    this.readyState = 'ended';
  }

  /** As by the browser's own button. */
  end(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

type Shown = { picture: Track; sound: Track | null };

const tab = (name: string): Shown => ({
  picture: new Track(name, 'video'),
  sound: new Track(`${name} sound`, 'audio'),
});
const window = (name: string): Shown => ({ picture: new Track(name, 'video'), sound: null });

/** A person with leave for a screen, who chooses these one after the other; null closes the browser's picker. */
function sharer(...choices: (Shown | null)[]) {
  const getDisplayMedia = vi.fn<() => Promise<object>>(async () => {
    const chosen = choices.shift() ?? null;
    if (chosen === null) throw new DOMException('closed', 'NotAllowedError');
    const { picture, sound } = chosen;
    return { getVideoTracks: () => [picture], getAudioTracks: () => (sound === null ? [] : [sound]) };
  });
  vi.stubGlobal('navigator', { mediaDevices: { getDisplayMedia } });
  const said: string[] = [];
  const sent = new Map<string, Track>();
  const link = {
    async send(source: string, track: Track) {
      if (sent.get(source) === track) return;
      said.push(`${sent.has(source) ? 'replace' : 'send'} ${source}: ${track.name}`);
      sent.set(source, track);
    },
    async end(source: string) {
      if (sent.delete(source)) said.push(`end ${source}`);
    },
    async intend(source: string, on: boolean) {
      said.push(`intend ${source} ${on ? 'on' : 'off'}`);
    },
  };
  let allowed = true;
  const problems: (string | null)[] = [];
  const own = new OwnMedia({
    link: () => link as unknown as MediaLink,
    grant: (): MediaGrant => ({
      microphone: null,
      camera: null,
      screen: allowed ? { id: 't', audience: 'room' } : null,
    }),
    chosen: () => null,
    onIntents: () => {},
    onCaptured: () => {},
    onMissing: () => {},
    onProblem: (problem) => problems.push(problem),
    onBroken: () => {},
  });
  /** What was said to the server since the last look. */
  const news = async (): Promise<string[]> => {
    await vi.waitFor(() => expect(said.length).toBeGreaterThan(0));
    await new Promise((resolve) => setTimeout(resolve));
    return said.splice(0);
  };
  const deny = (): void => {
    allowed = false;
    own.followGrant();
  };
  return { own, news, deny, said, problems };
}

afterEach(() => vi.unstubAllGlobals());

const shown = ['send screen: a', 'send screenAudio: a sound', 'intend screen on'];

describe('the own screen', () => {
  it('goes with the sound of its tab, and ends with it', async () => {
    const a = tab('a');
    const { own, news } = sharer(a);
    own.set('screen', true);
    expect(await news()).toEqual(shown);
    own.set('screen', false);
    expect(await news()).toEqual(['intend screen off', 'end screen', 'end screenAudio']);
    expect([a.picture.readyState, a.sound?.readyState]).toEqual(['ended', 'ended']);
  });

  it('is replaced in the same producer; what has no sound ends the sound', async () => {
    const a = tab('a');
    const { own, news } = sharer(a, tab('b'), window('c'));
    own.set('screen', true);
    await news();
    await own.replaceScreen();
    expect(await news()).toEqual(['replace screen: b', 'replace screenAudio: b sound']);
    expect([a.picture.readyState, a.sound?.readyState]).toEqual(['ended', 'ended']);
    await own.replaceScreen();
    expect(await news()).toEqual(['replace screen: c', 'end screenAudio']);
  });

  it('stays what it is when the choice of another is called off', async () => {
    const a = tab('a');
    const { own, news, said, problems } = sharer(a, null);
    own.set('screen', true);
    await news();
    await own.replaceScreen();
    expect([said, a.picture.readyState, problems.at(-1)]).toEqual([[], 'live', null]);
  });

  it('ends by the browser’s own button as by one’s own', async () => {
    const a = tab('a');
    const { own, news } = sharer(a, tab('b'));
    own.set('screen', true);
    await news();
    a.picture.end();
    expect(await news()).toEqual(['intend screen off', 'end screen', 'end screenAudio']);
    expect(a.sound?.readyState).toBe('ended');
    own.set('screen', true);
    expect(await news()).toEqual(['send screen: b', 'send screenAudio: b sound', 'intend screen on']);
  });

  it('ends with its leave, and a choice that comes later shows nothing', async () => {
    const [a, b] = [tab('a'), tab('b')];
    const { own, news, deny, said } = sharer(a, b);
    own.set('screen', true);
    await news();
    const choosing = own.replaceScreen();
    deny();
    await choosing;
    expect(await news()).toEqual(['end screen', 'end screenAudio']);
    expect([a, b].flatMap(({ picture, sound }) => [picture.readyState, sound?.readyState])).toEqual(
      Array(4).fill('ended'),
    );
    own.set('screen', true);
    await own.replaceScreen();
    expect(said).toEqual([]);
  });
});
