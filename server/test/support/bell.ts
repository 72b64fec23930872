/** Lets a test wait for what somebody is told, instead of for time to pass. */
export class Bell {
  #waiting: (() => void)[] = [];

  ring(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** Resolves once it holds; each ring looks again. */
  async until(holds: () => boolean, ms = 5000): Promise<void> {
    const deadline = performance.now() + ms;
    while (!holds()) {
      const left = deadline - performance.now();
      if (left <= 0) throw new Error(`not seen within ${ms} ms: ${String(holds)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }
}
