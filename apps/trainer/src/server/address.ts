/**
 * The address a request came from. The launcher writes this header itself; behind a proxy that is
 * trusted, the last entry is the proxy's own word, those before it anybody's.
 */
export function addressOf(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
}
