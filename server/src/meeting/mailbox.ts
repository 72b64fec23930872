/** One job after another: while one runs, no other does, over all its awaits. */
export class Mailbox {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs a job in its turn. The caller gets its error; the next job runs whatever became of it. */
  post<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#last.then(job);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Resolves when everything posted until now has run. */
  async drained(): Promise<void> {
    await this.#last;
  }
}
