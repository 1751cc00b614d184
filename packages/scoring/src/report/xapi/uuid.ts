import { createHash } from 'node:crypto';

/** The namespace under which everything else is named: the name space of addresses (RFC 9562, 6.6). */
export const URL_NAMESPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/** The UUID of a name in a namespace: the same for ever (RFC 9562, version 5). */
export function uuidV5(namespace: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [0, 8, 12, 16, 20]
    .map((from, place) => hex.slice(from, [8, 12, 16, 20, 32][place]))
    .join('-');
}
