import type { Credentials, Holder } from '../storage/ports.ts';
import { hashOf, newSecret } from './secrets.ts';

/** Whose link comes from the first start, and from `npm run links -- convener`. */
export const firstConvener: Holder = { kind: 'convener', convener: 'first' };

/**
 * Issues a new personal link and ends every older link and session of the same holder. The secret stands in the
 * fragment, which browsers send to no server.
 */
export async function issueLink(
  credentials: Credentials,
  { publicUrl, holder, wall }: { publicUrl: string; holder: Holder; wall: number },
): Promise<string> {
  const secret = newSecret();
  await credentials.issueLink(hashOf(secret), holder, wall);
  return `${publicUrl}/enter#${secret}`;
}
