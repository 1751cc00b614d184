/** The address under which people reach this server; the launcher sets DWELL_URL. */
export function publicUrl(): string {
  return process.env.DWELL_URL || 'http://127.0.0.1:3000';
}

/** Hosts this server takes sign-ins for: this machine, its other names, and the public address. */
export function allowedHosts(): string[] {
  const names = (process.env.DWELL_HOSTS ?? '').split(',').filter(Boolean);
  const own = [...new Set(['localhost', '127.0.0.1', '[::1]', ...names])].flatMap((name) => [
    name,
    `${name}:*`,
  ]);
  return [...own, new URL(publicUrl()).host];
}
