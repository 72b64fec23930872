import type { DtlsParameters } from 'mediasoup/types';
import { z } from 'zod';

/** Checked here, because mediasoup writes these into a message to the worker while it still looks at them. */
const Dtls = z.object({
  role: z.enum(['auto', 'client', 'server']).optional(),
  fingerprints: z
    .array(
      z.object({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: z.string().max(256),
      }),
    )
    .min(1)
    .max(8),
});

/** What a client says of its side of DTLS, or null when it makes no sense. */
export function readDtls(said: unknown): DtlsParameters | null {
  const { success, data } = Dtls.safeParse(said);
  if (!success) return null;
  const { role, fingerprints } = data;
  return { fingerprints, ...(role ? { role } : {}) };
}
