import type { Plain } from '../reference/documents.ts';
import type { Json, JsonObject } from '../reference/event.ts';

/** Documents and events that something goes wrong with. */
export type Case = { documents: readonly Plain[]; events: readonly JsonObject[] };

/** The smallest case found, by taking documents, events and fields away, that still `fails`. */
export async function minimise(from: Case, fails: (it: Case) => Promise<boolean>): Promise<Case> {
  let { documents, events } = from;
  const still = async (it: Partial<Case>) => fails({ documents, events, ...it }).catch(() => false);
  documents = await fewer(documents, (left) => still({ documents: left }));
  events = await fewer(events, (left) => still({ events: left }));
  documents = await fewer(documents, (left) => still({ documents: left }));
  for (const [i, event] of events.entries()) {
    const fields = await fewer(Object.entries(event), (left) =>
      still({ events: events.with(i, Object.fromEntries<Json>(left)) }),
    );
    events = events.with(i, Object.fromEntries<Json>(fields));
  }
  return { documents, events };
}

/** Takes halves, quarters, … and single items out of a list as long as the rest still fails. */
async function fewer<T>(from: readonly T[], fails: (left: T[]) => Promise<boolean>): Promise<T[]> {
  let left = [...from];
  for (let size = Math.ceil(left.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < left.length;) {
      const without = left.toSpliced(at, size);
      if (await fails(without)) left = without;
      else at += size;
    }
  }
  return left;
}

/** A case as text that can be put into files and run again. */
export function caseText(text: string, events: readonly Json[]): string {
  return `rules:\n${text}\nevents:\n${events.map((event) => JSON.stringify(event)).join('\n')}\n`;
}
