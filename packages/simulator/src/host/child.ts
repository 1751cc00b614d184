import { type ChildProcess, fork } from 'node:child_process';
import { DwellError, ourFault } from '@dwell/core';

/** An error on its way between processes. */
export type ErrorOnWire = {
  code: string;
  what: string;
  where: string;
  todo: string;
  exit: 1 | 2 | 3 | 130;
};

/** What a child says: answers to calls, and whatever its entry posts by itself. */
export type FromChild<Post> =
  | { type: 'reply'; id: number; ok: true; value: unknown }
  | { type: 'reply'; id: number; ok: false; error: ErrorOnWire }
  | { type: 'post'; post: Post }
  | { type: 'alive' };

export type ToChild = { type: 'call'; id: number; method: string; args: unknown[] };

export type ChildOptions<Post> = {
  /** Path of built JavaScript. */
  entry: string;
  /** What it is called in messages. */
  name: string;
  memoryMb: number;
  onPost(post: Post): void;
  /** Called once, however it ended; `wanted` when `end` asked for it. */
  onExit(reason: string, wanted: boolean): void;
  /** A child that says nothing for so long is killed. */
  silenceMsMax: number;
};

const STDERR_KEPT = 4_000;

/** Only what a Node process needs: no secrets of the server reach a child. */
function childEnvironment(): NodeJS.ProcessEnv {
  const names = [
    'PATH',
    'HOME',
    'USERPROFILE',
    'TMPDIR',
    'TEMP',
    'TMP',
    'SystemRoot',
    'LANG',
    'TZ',
  ];
  const entries = names.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  );
  return {
    ...Object.fromEntries(entries),
    NODE_ENV: process.env['NODE_ENV'] ?? 'production',
  } as NodeJS.ProcessEnv;
}

export function errorOnWire(error: unknown): ErrorOnWire {
  if (error instanceof DwellError) {
    const { code, what, where, todo, exit } = error;
    return { code, what, where, todo, exit };
  }
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 'CHILD', what, where: 'child process', todo: 'please report it', exit: 3 };
}

export function errorFromWire(error: ErrorOnWire): DwellError {
  return new DwellError(error.code, error);
}

/**
 * A child process that answers calls: memory limit, silence limit, and nothing left waiting when it
 * dies. Errors of calls: the child's own `DwellError`, or `CHILD_GONE` when it ended first.
 */
export class Child<Post> {
  readonly #options: ChildOptions<Post>;
  readonly #process: ChildProcess;
  readonly #waiting = new Map<
    number,
    { resolve(value: unknown): void; reject(error: Error): void }
  >();
  readonly #watch: NodeJS.Timeout;
  #nextId = 1;
  #stderr = '';
  #wanted = false;
  #ended = false;
  #silentSeconds = 0;

  constructor(options: ChildOptions<Post>) {
    this.#options = options;
    this.#process = fork(options.entry, [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${options.memoryMb}`, '--enable-source-maps'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: childEnvironment(),
    });
    this.#process.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_KEPT);
    });
    this.#process.on('message', (message) => this.#onMessage(message as FromChild<Post>));
    this.#process.on('exit', (code, signal) => this.#onExit(signal ?? `exit code ${code}`));
    this.#process.on('error', (error) => this.#onExit(error.message));
    this.#watch = setInterval(() => this.#checkSilence(), 1_000);
    this.#watch.unref();
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Asks the child; see `serveCalls`. */
  call<Value>(method: string, ...args: unknown[]): Promise<Value> {
    if (this.#ended) return Promise.reject(this.#gone('it has ended'));
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      this.#waiting.set(id, { resolve, reject });
      const message: ToChild = { type: 'call', id, method, args };
      this.#process.send(message, (error) => {
        if (error && this.#waiting.delete(id)) reject(this.#gone(error.message));
      });
    });
  }

  /** Ends the child at once. Everything it holds can be derived again. */
  async end(): Promise<void> {
    this.#wanted = true;
    if (this.#ended) return;
    const exited = new Promise<void>((resolve) => this.#process.once('exit', () => resolve()));
    this.#process.kill('SIGKILL');
    await exited;
  }

  #gone(reason: string): DwellError {
    return ourFault('CHILD_GONE', `the ${this.#options.name} ended: ${reason}`, this.#options.name);
  }

  #onMessage(message: FromChild<Post>): void {
    this.#silentSeconds = 0;
    if (message.type === 'post') this.#options.onPost(message.post);
    if (message.type !== 'reply') return;
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.ok) waiting?.resolve(message.value);
    else waiting?.reject(errorFromWire(message.error));
  }

  #checkSilence(): void {
    // Counted, not measured: a machine that slept has not heard a silence.
    this.#silentSeconds += 1;
    if (this.#silentSeconds * 1_000 < this.#options.silenceMsMax) return;
    this.#stderr += `\nsilent for ${this.#silentSeconds} s`;
    this.#process.kill('SIGKILL');
  }

  #onExit(reason: string): void {
    if (this.#ended) return;
    this.#ended = true;
    clearInterval(this.#watch);
    const tail = this.#stderr.trim().split('\n').slice(-3).join(' ');
    const full = tail && !this.#wanted ? `${reason}; ${tail}` : reason;
    for (const waiting of this.#waiting.values()) waiting.reject(this.#gone(full));
    this.#waiting.clear();
    this.#options.onExit(full, this.#wanted);
  }
}
