const HERE = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * What to say to whoever starts a server that others reach: where they join, and what the network may
 * see. Nothing for a server that only this machine reaches.
 */
export function networkWords({ host, names, url }, env) {
  const { protocol, hostname } = new URL(url);
  if (HERE.has(hostname) && !['0.0.0.0', '::', '[::]'].includes(host)) return [];
  const proxied = env.DWELL_BEHIND_PROXY === '1';
  const words = [`People join at ${url}/join`];
  const others = names.filter((name) => name !== hostname && !HERE.has(name));
  if (others.length > 0)
    words.push(
      `(this machine also answers to ${others.slice(0, 4).join(', ')}; choose with --url)`,
    );
  if (protocol === 'http:') {
    words.push(
      'Without TLS, whoever listens on this network can read passwords and take over sessions.',
      'For more than one trusted room: a TLS proxy in front, --url https://…, DWELL_BEHIND_PROXY=1.',
    );
  }
  if (protocol === 'https:' && !proxied) {
    words.push(
      'This server speaks plain HTTP: the address above needs a TLS proxy in front of it, and',
      'DWELL_BEHIND_PROXY=1 so that people are told apart by their own addresses.',
    );
  }
  if (proxied && !HERE.has(host)) {
    words.push(
      'X-Forwarded-* headers are trusted: let nobody but the proxy reach this port (--host 127.0.0.1).',
    );
  }
  if (protocol === 'http:' || !proxied) words.push('See docs/running-a-room.md.');
  return words;
}
