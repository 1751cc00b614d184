const free: Uint8Array[] = [];

/** A mask of `length` rows for as long as `work` runs; it holds a copy of `of`, or ones. */
export function withMask<T>(
  length: number,
  of: Uint8Array | null,
  work: (mask: Uint8Array) => T,
): T {
  let buffer = free.pop();
  if (!buffer || buffer.length < length) buffer = new Uint8Array(length);
  const mask = buffer.subarray(0, length);
  if (of) mask.set(of);
  else mask.fill(1);
  try {
    return work(mask);
  } finally {
    free.push(buffer);
  }
}
