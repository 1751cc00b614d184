'use client';

import { useEffect, useState } from 'react';

class Latest<T> {
  #value: T;
  constructor(value: T) {
    this.#value = value;
  }
  read = (): T => this.#value;
  set(value: T): void {
    this.#value = value;
  }
}

/** A function that reads the newest value of what is drawn, for handlers that are made only once. */
export function useLatest<T>(value: T): () => T {
  const [latest] = useState(() => new Latest(value));
  useEffect(() => latest.set(value));
  return latest.read;
}
