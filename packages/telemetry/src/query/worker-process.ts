import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtEntry, DwellError, ourFault } from '@dwell/core';
import type { Job, Reply, Request, Result, Scope } from './protocol.ts';

export type WorkerOptions = {
  /** DuckDB's memory, MB; default 800. The process may be twice that and 400 MB more. */
  memoryMb?: number;
  /** DuckDB's threads; default 2. */
  threads?: number;
  /** What may be spilled to disk, MB; default 2000. */
  tempMb?: number;
};

/** Beyond a statement's deadline, for a worker that does not answer to being interrupted. */
const GRACE_MS = 1500;

type Waiting = { request: Request; settle: (reply: Reply | DwellError) => void };

/**
 * The worker process of one store: kept warm, asked one thing after the other, killed and started
 * anew when it hangs or grows too large. The next request then works as if nothing had been.
 */
export class WorkerProcess {
  private readonly options: Required<WorkerOptions>;
  private readonly queue: Waiting[] = [];
  private child: ChildProcess | null = null;
  private tempFolder: string | null = null;
  private current: Waiting | null = null;
  private timer: NodeJS.Timeout | null = null;
  private killedBecause: DwellError | null = null;
  private knownScope: Scope | null = null;
  private nextId = 1;
  private closed = false;

  constructor(options: WorkerOptions = {}) {
    this.options = {
      memoryMb: options.memoryMb ?? 800,
      threads: options.threads ?? 2,
      tempMb: options.tempMb ?? 2000,
    };
  }

  /** Result of a job over the scope. Errors: `SQL_*`, `QUERY_*`. */
  async run(scope: Scope, job: Job): Promise<Result> {
    if (this.closed)
      throw ourFault('QUERY_CLOSED', 'the telemetry has been closed', 'openTelemetry');
    const reply = await new Promise<Reply | DwellError>((settle) => {
      this.queue.push({ request: { id: this.nextId++, scope, job }, settle });
      this.next();
    });
    if (reply instanceof DwellError) throw reply;
    if ('error' in reply) throw new DwellError(reply.error.code, reply.error);
    return reply.result;
  }

  /** Process id of the worker, or null while there is none. */
  get pid(): number | null {
    return this.child?.pid ?? null;
  }

  /** Ends the process; requests under way fail. */
  close(): void {
    this.closed = true;
    this.killedBecause = ourFault('QUERY_CLOSED', 'the telemetry has been closed', 'openTelemetry');
    if (this.child) this.child.kill('SIGKILL');
    this.clearTemp();
    for (const waiting of this.queue.splice(0)) waiting.settle(this.killedBecause);
  }

  private next(): void {
    if (this.current || this.queue.length === 0) return;
    this.current = this.queue.shift()!;
    const child = (this.child ??= this.start());
    this.hold(true);
    const { request } = this.current;
    const changed = request.scope !== this.knownScope;
    this.knownScope = request.scope!;
    const { deadlineMs } = request.job.limits;
    this.timer = setTimeout(() => this.kill(deadlineMs), deadlineMs + GRACE_MS);
    child.send(changed ? request : { id: request.id, job: request.job }, () => undefined);
  }

  /** An idle worker does not keep its parent alive. */
  private hold(busy: boolean): void {
    const channel = this.child?.channel as { ref(): void; unref(): void } | null | undefined;
    if (busy) {
      this.child?.ref();
      channel?.ref();
    } else {
      this.child?.unref();
      channel?.unref();
    }
  }

  private kill(deadlineMs: number): void {
    this.killedBecause = new DwellError('SQL_DEADLINE', {
      what: `the query did not finish within ${deadlineMs / 1000} s`,
      where: 'the statement',
      todo: 'narrow the time span or group less finely',
      exit: 1,
    });
    this.child?.kill('SIGKILL');
  }

  private start(): ChildProcess {
    const { memoryMb, threads, tempMb } = this.options;
    this.tempFolder = mkdtempSync(join(tmpdir(), 'dwell-query-'));
    const limits = {
      memoryMb,
      threads,
      tempMb,
      tempFolder: this.tempFolder,
      rssMb: memoryMb * 2 + 400,
    };
    const child = fork(builtEntry(import.meta.url, './worker.js'), [JSON.stringify(limits)], {
      execArgv: ['--max-old-space-size=512'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { NODE_ENV: 'production' },
    });
    this.knownScope = null;
    child.on('message', (message: Reply | 'ready') => {
      if (message !== 'ready' && message.id === this.current?.request.id) this.settle(message);
    });
    child.on('error', () => child.kill('SIGKILL'));
    child.on('exit', (_, signal) => this.ended(child, signal));
    return child;
  }

  private ended(child: ChildProcess, signal: NodeJS.Signals | null): void {
    this.clearTemp();
    if (this.child === child) this.child = null;
    const why = this.killedBecause;
    this.killedBecause = null;
    if (!this.current) return;
    this.settle(
      why ??
        new DwellError('SQL_MEMORY', {
          what:
            signal === 'SIGKILL'
              ? 'the query needs more memory than a hunt may use'
              : 'the query ended its worker process',
          where: 'the statement',
          todo: 'narrow the time span, group less finely, or make shorter texts',
          exit: 1,
        }),
    );
  }

  private clearTemp(): void {
    if (this.tempFolder) rmSync(this.tempFolder, { recursive: true, force: true });
    this.tempFolder = null;
  }

  private settle(reply: Reply | DwellError): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const { settle } = this.current!;
    this.current = null;
    this.hold(false);
    settle(reply);
    this.next();
  }
}
