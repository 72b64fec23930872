import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

const AGAIN_MS = 2000;

/** Loads something. Where the link is lost meanwhile it is tried again until it succeeds. */
export async function untilLoaded<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

/** A component that is loaded when it is first shown: what somebody wanted to look at must not take the meeting down. */
export const later = <P>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> =>
  lazy(async () => ({ default: await untilLoaded(load) }));
