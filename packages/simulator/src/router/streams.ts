import { toTrpcError } from './errors.ts';

/** A subscription's signal; one that never fires where there is none. */
export function stopOf(signal: AbortSignal | undefined): AbortSignal {
  return signal ?? new AbortController().signal;
}

/** What a stream yields, its errors as those of a door. */
export async function* told<Item, Told>(
  items: AsyncIterable<Item>,
  show: (item: Item) => Told,
): AsyncGenerator<Told> {
  try {
    for await (const item of items) yield show(item);
  } catch (error) {
    throw toTrpcError(error);
  }
}
