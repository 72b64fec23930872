import { expect, type Page } from '@playwright/test';

const TITLE = 'Shown tab';

/** The title by which the browser picks the tab to show, see `shows` of a person. */
export const pickedTitle = TITLE;

/** Opens a tab in the browser of that person, which is the one that is picked from then on. */
export async function openDeck(person: Page, url: string, colour: 'red' | 'blue', frequency: number): Promise<Page> {
  for (const other of person.context().pages()) {
    if ((await other.title()) === TITLE) {
      await other.evaluate(() => {
        document.title = 'Put aside';
      });
    }
  }
  const page = await person.context().newPage();
  // A page of the platform's own origin: plain words from its interface, over which a picture is drawn.
  await page.goto(`${url}/healthz`);
  await page.evaluate(
    ({ title, colour, frequency }) => {
      document.title = title;
      document.documentElement.style.background = colour;
      // A tab that stands still sends no frames.
      const mark = document.body.appendChild(document.createElement('p'));
      setInterval(() => {
        mark.textContent = String(performance.now());
      }, 100);
      const context = new AudioContext();
      const tone = new OscillatorNode(context, { frequency });
      tone.connect(new GainNode(context, { gain: 0.3 })).connect(context.destination);
      tone.start();
    },
    { title: TITLE, colour, frequency },
  );
  return page;
}

type Seen = { track: string; frames: number; colour: 'red' | 'blue' | 'neither' };

/** What is seen of a shared screen on that page within half a second, or null where there is none. */
async function seenScreen(page: Page): Promise<Seen | null> {
  return page.evaluate(async () => {
    const video = document.querySelector<HTMLVideoElement>('video[data-source="screen"]');
    const stream = video?.srcObject;
    if (video === null || !(stream instanceof MediaStream)) return null;
    const before = video.getVideoPlaybackQuality().totalVideoFrames;
    await new Promise((resolve) => setTimeout(resolve, 500));
    const canvas = new OffscreenCanvas(1, 1);
    const context = canvas.getContext('2d');
    // From below the middle, where no text of the tab stands.
    const { videoWidth: width, videoHeight: height } = video;
    context?.drawImage(video, width / 2, height * 0.8, 1, 1, 0, 0, 1, 1);
    const [red = 0, , blue = 0] = context?.getImageData(0, 0, 1, 1).data ?? [];
    return {
      track: stream.getVideoTracks()[0]?.id ?? '',
      frames: video.getVideoPlaybackQuality().totalVideoFrames - before,
      colour: red > 128 && blue < 64 ? 'red' : blue > 128 && red < 64 ? 'blue' : 'neither',
    };
  });
}

/** Frames of the tab of that colour are seen here; gives the track that brings them. */
export async function expectScreen(page: Page, colour: 'red' | 'blue'): Promise<string> {
  let track = '';
  await expect(async () => {
    const seen = await seenScreen(page);
    expect(seen?.colour).toBe(colour);
    expect(seen?.frames).toBeGreaterThan(1);
    track = seen?.track ?? '';
  }).toPass({ timeout: 20_000 });
  return track;
}

/** No screen stands on the stage here. */
export async function expectNoScreen(page: Page): Promise<void> {
  await expect(page.locator('video[data-source="screen"]')).toHaveCount(0, { timeout: 10_000 });
}
