/**
 * Hosts this server answers sign-ins for: its own machine, and the one of DWELL_URL, the address
 * under which people reach it when it listens to more than this machine.
 */
export function allowedHosts(url: string | undefined = process.env.DWELL_URL): string[] {
  const local = ['localhost', '127.0.0.1', '[::1]'].flatMap((host) => [host, `${host}:*`]);
  return url ? [...local, new URL(url).host] : local;
}
