import { monitorEventLoopDelay } from 'node:perf_hooks';
import { log } from './log.ts';

const RESOLUTION_MS = 10;
const WINDOW_MS = 5_000;

/**
 * With `DWELL_LOOP_LOG=1`, writes every five seconds how late this process's event loop was, what
 * share of a processor it took, and its memory. Returns what ends it.
 */
export function startLoopLog(): () => void {
  if (process.env.DWELL_LOOP_LOG !== '1') return () => undefined;
  const lines = log().child({}, { level: 'info' });
  const monitor = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  monitor.enable();
  // A turn that comes in time is counted with the whole distance between two turns.
  const late = (ns: number) => Math.max(0, ns / 1e6 - RESOLUTION_MS);
  let before = process.cpuUsage();
  const timer = setInterval(() => {
    const [p50Ms, p99Ms] = [50, 99].map((share) => late(monitor.percentile(share)));
    const maxMs = late(monitor.max);
    monitor.reset();
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    const cpu = (user + system) / 1_000 / WINDOW_MS;
    const rssMb = process.memoryUsage.rss() / 1e6;
    lines.info({ p50Ms, p99Ms, maxMs, cpu, rssMb }, 'loop');
  }, WINDOW_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    monitor.disable();
  };
}
