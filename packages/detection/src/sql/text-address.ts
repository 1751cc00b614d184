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
  // An IPv4 address at the end is two groups.
  const tail4 = `regexp_extract(${expr}, ':([0-9]+[.][0-9.]*)$', 1)`;
  const hexTail = `printf('%02x%02x:%02x%02x', ${[1, 2, 3, 4].map((n) => `TRY_CAST(split_part(${tail4}, '.', ${n}) AS INTEGER)`).join(', ')})`;
  const text =
    `lower(CASE WHEN NOT contains(${expr}, '.') THEN ${expr} ` +
    `WHEN regexp_full_match(${tail4}, '${V4}') ` +
    `THEN concat(left(${expr}, length(${expr}) - length(${tail4})), ${hexTail}) END)`;
  const list = (half: number) =>
    `list_filter(str_split(split_part(${text}, '::', ${half}), ':'), lambda g: g <> '')`;
  const groups = (half: number) => `list_transform(${list(half)}, lambda g: lpad(g, 4, '0'))`;
  const missing = `(8 - len(${list(1)}) - len(${list(2)}))`;
  const joined = (part: string) => `array_to_string(${part}, '')`;
  // The whole once more, so that stray colons and long groups are seen.
  const group = '[0-9a-f]{1,4}';
  const shape = `(${group}(:${group})*)?(::)?(${group}(:${group})*)?`;
  const fits = `CASE WHEN contains(${text}, '::') THEN ${missing} >= 1 ELSE ${missing} = 0 END`;
  return (
    `CASE WHEN regexp_full_match(${text}, '${shape}') AND ${fits} ` +
    `THEN concat(${joined(groups(1))}, repeat('0000', ${missing}), ${joined(groups(2))}) END`
  );
}
