/**
 * True unless another site's page sent the request: its cookie would not come along anyway, this
 * says so before anything is done. Programs without a browser send neither header and may pass.
 */
export function isSameSite(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host');
}
