import type { Rule } from '@dwell/detection';
import { TABLES } from '@dwell/telemetry';

const PLAIN_GROUP = 'src_ip';

/** Alerts of a rule without a correlation are told apart by where the record came from, where its table says so. */
export function plainGroup({ logSource }: Rule): readonly string[] {
  const table = TABLES.find(({ name }) => name === logSource.service);
  return table?.columns.some(({ name }) => name === PLAIN_GROUP) ? [PLAIN_GROUP] : [];
}
