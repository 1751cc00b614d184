import type { Knobs } from './knobs.ts';

/** Log records of a mean day at full scale with every knob at its default, attack left out; measured. */
const RECORDS_A_DAY = 163_000_000;
/** Bytes a record takes on disk, labels and enrichments included; measured at 1:1000. */
const BYTES_A_RECORD = 13;
/** Daily users the figure above was measured with. */
const MEASURED_USERS = 15_900_000;

/** Records and bytes that some days of telemetry come to at a scale: for a warning, good to a fifth. */
export function estimateTelemetry(
  knobs: Knobs,
  scale: number,
  days: number,
): { records: number; bytes: number } {
  const share =
    (knobs['world.daily_users'] / MEASURED_USERS) * (knobs['world.calls_per_user'] / 80);
  const records = Math.round((RECORDS_A_DAY * share * days) / scale);
  return { records, bytes: records * BYTES_A_RECORD };
}
