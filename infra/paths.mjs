import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
export const inRoot = (...parts) => join(root, ...parts);

export const toolsBin = inRoot('.tools', 'node_modules', '.bin');
export const node = join(toolsBin, 'node');
export const pnpm = join(toolsBin, 'pnpm');

/** Stamps of finished steps: beside the dependencies, so that deleting node_modules forgets both. */
export const stamps = inRoot('node_modules', '.track2');

/** Outside the clone, so that a second clone does not build the worker again. */
export const userCache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'track2');
