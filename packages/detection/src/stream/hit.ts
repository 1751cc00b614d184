/** A detection that holds at an event. */
export type Hit = {
  /** Place in `detections`. */
  detection: number;
  /** Which event: the number of events pushed before it. */
  event: number;
  /** Of the event, in epoch milliseconds; null when it has no time (or none was looked for). */
  timeMs: number | null;
  /** Of a correlation: its group's values, in the order of `groupBy`; null for a rule. */
  group: readonly string[] | null;
  /** Of a correlation: entries of the window, this event included, and when the first was. */
  window: { events: number; firstMs: number } | null;
};
