/** Lets one piece of asynchronous work run at a time, in the order in which it was asked for. */
export class Lock {
  #last: Promise<unknown> = Promise.resolve();

  run<Value>(work: () => Value | Promise<Value>): Promise<Value> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
