import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtEntry } from '@dwell/core';
import { Child } from '@dwell/simulator';
import { interrupted } from '../report-error.ts';
import { codeFingerprint } from './code-fingerprint.ts';
import { evaluateAsk } from './evaluate-ask.ts';
import type { Answer, Ask, AnswerCalls, Evaluation } from './evaluation.ts';
import { openRules, ruleKey } from '../open-rules.ts';

const MEMORY_MB = 1000;
const SILENCE_MS_MAX = 300_000;

/** The evaluation that `dwell test` runs on: the simulator, in child processes when there is more than one run. */
export const simulatorEvaluation: Evaluation = {
  code: () => codeFingerprint(),
  open(rulePaths, scale) {
    const { rules, refused } = openRules(rulePaths, scale);
    return { rules: rules.map((rule) => ({ name: rule.name, key: ruleKey(rule) })), refused };
  },
  async answer(asks, calls) {
    const jobs = Math.min(calls.jobs, asks.length);
    const shares = new Map<Ask, number>();
    const onProgress = (ask: Ask, share: number) => {
      shares.set(ask, share);
      calls.onProgress([...shares.values()].reduce((sum, each) => sum + each, 0) / asks.length);
    };
    const scratch = mkdtempSync(join(tmpdir(), 'dwell-test-'));
    const how = { ...calls, tell: onProgress, scratch };
    try {
      await (jobs < 2 ? oneByOne(asks, how) : inChildren(asks, how, jobs));
    } finally {
      rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
    }
  },
};

type How = AnswerCalls & {
  tell: (ask: Ask, share: number) => void;
  /** Folder for records that are stored for a while. */
  scratch: string;
};

async function oneByOne(asks: readonly Ask[], calls: How): Promise<void> {
  const { jobs, signal, scratch, tell } = calls;
  for (const ask of asks) {
    const onProgress = (share: number) => tell(ask, share);
    await timed(ask, calls, () =>
      evaluateAsk(ask, { processes: jobs < 2 ? 0 : jobs, scratch, signal, onProgress }),
    );
  }
}

async function inChildren(asks: readonly Ask[], calls: How, jobs: number): Promise<void> {
  const waiting = asks.toSorted((a, b) => weight(b) - weight(a));
  await Promise.all(
    Array.from({ length: jobs }, async () => {
      let child: Child<number> | null = null;
      let current: Ask | null = null;
      const end = () => void child?.end();
      calls.signal.addEventListener('abort', end);
      try {
        while ((current = waiting.shift() ?? null) !== null) {
          const ask = current;
          if (child === null || child.ended)
            child = startChild((share) => calls.tell(current ?? ask, share));
          const worker = child;
          await timed(ask, calls, () => worker.call<Answer>('evaluate', ask, calls.scratch));
        }
      } finally {
        calls.signal.removeEventListener('abort', end);
        await child?.end();
      }
    }),
  );
}

/** Records a run makes times rules that look at them: long ones first, so that none is waited for at the end. */
const weight = ({ until, scale, rules }: Ask) => (until / scale) * (rules.length + 1);

/** Waits for an answer and passes it on, or what went wrong; an interruption ends everything. */
async function timed(ask: Ask, calls: AnswerCalls, work: () => Promise<Answer>): Promise<void> {
  if (calls.signal.aborted) throw interrupted();
  const started = process.hrtime.bigint();
  const outcome = await work().catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error)),
  );
  if (calls.signal.aborted) throw interrupted();
  calls.done(ask, outcome, Number(process.hrtime.bigint() - started) / 1e9);
}

function startChild(onPost: (share: number) => void): Child<number> {
  return new Child<number>({
    entry: builtEntry(import.meta.url, './expect-process.js'),
    name: 'test run',
    memoryMb: MEMORY_MB,
    silenceMsMax: SILENCE_MS_MAX,
    onPost,
    onExit: () => undefined,
  });
}
