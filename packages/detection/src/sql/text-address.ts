import { bound } from './sql-text.ts';

const OCTET = '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';
const V4 = `${OCTET}([.]${OCTET}){3}`;
const V6 = '[0-9a-fA-F:]*(:[0-9.]+)?';

/**
 * The bytes of an address in a text column as 8 or 32 hex digits, else NULL: what `addressBytes` gives.
 * IPv6 texts are cut at `::` and the groups filled up.
 */
export function textAddress(expr: string): string {
  const isV4 = `regexp_full_match(${expr}, '${V4}')`;
  const isV6 = `contains(${expr}, ':') AND length(${expr}) <= 45 AND regexp_full_match(${expr}, '${V6}')`;
  return `CASE WHEN ${isV4} THEN ${hex4(expr)} WHEN ${isV6} THEN ${hex6(expr)} END`;
}

/** Whether the text of a column is an IPv4 address in a network, as one regular expression. */
export function network4(expr: string, bytes: readonly number[], bits: number): string {
  const octets = bytes.map((byte, i) => {
    const free = Math.min(8, Math.max(0, (i + 1) * 8 - bits));
    if (free === 8) return OCTET;
    const from = byte & (0xff << free);
    return `(${Array.from({ length: 1 << free }, (_, k) => from + k).join('|')})`;
  });
  return `regexp_full_match(${expr}, '${octets.join('[.]')}')`;
}

function hex4(expr: string): string {
  const octets = [1, 2, 3, 4].map((n) => `TRY_CAST(split_part(${expr}, '.', ${n}) AS INTEGER)`);
  return `lower(printf('%02x%02x%02x%02x', ${octets.join(', ')}))`;
}

function hex6(expr: string): string {
  const list = (half: number) =>
    `list_filter(str_split(split_part(t, '::', ${half}), ':'), lambda g: g <> '')`;
  const joined = (groups: string) =>
    `array_to_string(list_transform(${groups}, lambda g: lpad(g, 4, '0')), '')`;
  // The whole once more, so that stray colons and long groups are seen.
  const group = '[0-9a-f]{1,4}';
  const shape = `(${group}(:${group})*)?(::)?(${group}(:${group})*)?`;
  const missing = '(8 - len(h) - len(l))';
  const fits = `CASE WHEN contains(t, '::') THEN ${missing} >= 1 ELSE ${missing} = 0 END`;
  const whole =
    `CASE WHEN regexp_full_match(t, '${shape}') AND ${fits} ` +
    `THEN concat(${joined('h')}, rpad('', (greatest(0, ${missing}) * 4)::INTEGER, '0'), ${joined('l')}) END`;
  const high = bound('h', list(1), bound('l', list(2), whole));
  return bound('t', hexGroups(expr), high);
}

/** The text of an IPv6 address in lower case, an IPv4 address at its end written as two groups. */
function hexGroups(expr: string): string {
  const tail = `regexp_extract(${expr}, ':([0-9]+[.][0-9.]*)$', 1)`;
  const octets = [1, 2, 3, 4].map((n) => `TRY_CAST(split_part(tail4, '.', ${n}) AS INTEGER)`);
  const replaced =
    `concat(left(${expr}, length(${expr}) - length(tail4)), ` +
    `printf('%02x%02x:%02x%02x', ${octets.join(', ')}))`;
  const mixed = bound(
    'tail4',
    tail,
    `CASE WHEN regexp_full_match(tail4, '${V4}') THEN ${replaced} END`,
  );
  return `lower(CASE WHEN contains(${expr}, '.') THEN ${mixed} ELSE ${expr} END)`;
}
