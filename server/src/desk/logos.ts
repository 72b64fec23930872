import type { LogoRecord } from '../storage/ports.ts';
import { isPlainSvg } from './svg.ts';

const pngMagic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The most that a picture may measure in one direction: opened, it takes four bytes for each dot. */
const mostDots = 4096;

/** Whether this is a PNG of a decent size, by its first bytes: signature, then the header with width and height. */
function isPng(bytes: Buffer): boolean {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(pngMagic)) return false;
  if (bytes.readUInt32BE(8) !== 13 || bytes.toString('latin1', 12, 16) !== 'IHDR') return false;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return width >= 1 && height >= 1 && width <= mostDots && height <= mostDots;
}

/** What kind of picture these bytes are; null when they are none that is taken. */
export function logoTypeOf(bytes: Buffer): LogoRecord['type'] | null {
  if (isPng(bytes)) return 'image/png';
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return isPlainSvg(text) ? 'image/svg+xml' : null;
  } catch {
    // Not UTF-8, so no drawing that we read.
    return null;
  }
}
