import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { packedPdf } from '@track2/shared/testing';

const megabyte = 1_000_000;

/** A PDF of some kilobytes whose one page unpacks to this many megabytes of `unit` (one or two ASCII characters). */
export function pdfBomb({ unit, megabytes }: { unit: string; megabytes: number }): Uint8Array<ArrayBuffer> {
  // A fully flushed block stands for itself, so one can be repeated instead of packing all of them.
  const block = deflateRawSync(Buffer.alloc(megabyte, unit), { finishFlush: constants.Z_FULL_FLUSH });
  const blocks = Array.from({ length: megabytes }, () => block);
  const inner = Buffer.concat([Buffer.from([0x78, 0x9c]), ...blocks, Buffer.from([0x03, 0x00])]);
  return packedPdf({ filters: '/FlateDecode /FlateDecode', content: deflateSync(inner) });
}
