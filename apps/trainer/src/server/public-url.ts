/** The address under which people reach this server; the launcher sets DWELL_URL. */
export function publicUrl(): string {
  return process.env.DWELL_URL || 'http://127.0.0.1:3000';
}

/** The address by which people join an exercise with this code; QR codes say it too. */
export function joinUrl(code: string): string {
  return `${publicUrl()}/join/${encodeURIComponent(code)}`;
}

/** The address of a one-time link to a seat. */
export function seatUrl(token: string): string {
  return `${publicUrl()}/api/seat?token=${encodeURIComponent(token)}`;
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
