import { accessSync, constants, mkdirSync } from 'node:fs';
import { workerBin as mediasoupsOwn } from 'mediasoup';
import type { Config } from './config.ts';

/** Why the platform does not start, in a sentence for the person who started it. */
export class StartRefusal extends Error {}

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code);

export function requireDataFolder({ dataDir }: Pick<Config, 'dataDir'>): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new StartRefusal(
      `The data folder ${dataDir} cannot be written (${codeOf(error)}). Give this user the right to write there, or name another folder. Example: TRACK2_DATA_DIR=/var/lib/track2`,
      { cause: error },
    );
  }
}

export function requireWorker({ workerBin }: Pick<Config, 'workerBin'>): void {
  const binary = workerBin ?? mediasoupsOwn;
  try {
    accessSync(binary, constants.X_OK);
  } catch (error) {
    throw new StartRefusal(
      `There is no media worker at ${binary} (${codeOf(error)}). "npm start" finds or makes one; or name it. Example: MEDIASOUP_WORKER_BIN=/usr/local/bin/mediasoup-worker`,
      { cause: error },
    );
  }
}

/** The sentence for a failed listen; any other error is passed on as it is. */
export function listenRefusal(error: unknown, { host, port }: Pick<Config, 'host' | 'port'>): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new StartRefusal(
        `Port ${port} on ${host} is in use by another program. Stop it, or choose another port. Example: TRACK2_PORT=3001`,
        {
          cause: error,
        },
      );
    case 'EACCES':
      return new StartRefusal(
        `This user may not listen on port ${port}. Choose a port above 1023. Example: TRACK2_PORT=3000`,
        { cause: error },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartRefusal(
        `This machine has no address ${host}. Choose one of its own. Example: TRACK2_HOST=127.0.0.1`,
        { cause: error },
      );
    default:
      return error;
  }
}

/** The sentence for media workers that cannot take their ports; any other error is passed on as it is. */
export function mediaPortRefusal(error: unknown, { rtc }: Pick<Config, 'rtc'>): unknown {
  if (!(error instanceof Error) || !/address already in use/.test(String(error.cause))) return error;
  const last = rtc.firstPort + rtc.workers - 1;
  return new StartRefusal(
    `A port for audio and video (${rtc.firstPort} to ${last}) is in use by another program, perhaps by this platform started twice. Stop it, or choose other ports. Example: TRACK2_RTC_PORT=41000`,
    { cause: error },
  );
}

/** The outermost boundary of a process: a refusal is told in its sentence, a bug is shown with its stack. */
export function tellAndExit(error: unknown): never {
  const stack = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${error instanceof StartRefusal ? error.message : stack}\n`);
  process.exit(1);
}
