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
  answer(asks, calls) {
    const jobs = Math.min(calls.jobs, asks.length);
    const shares = new Map<Ask, number>();
    const onProgress = (ask: Ask, share: number) => {
      shares.set(ask, share);
      calls.onProgress([...shares.values()].reduce((sum, each) => sum + each, 0) / asks.length);
    };
    return jobs < 2 ? oneByOne(asks, calls, onProgress) : inChildren(asks, calls, onProgress, jobs);
  },
};

type Tell = (ask: Ask, share: number) => void;

async function oneByOne(asks: readonly Ask[], calls: AnswerCalls, tell: Tell): Promise<void> {
  const { jobs, signal } = calls;
  for (const ask of asks) {
    const onProgress = (share: number) => tell(ask, share);
    await timed(ask, calls, () =>
      evaluateAsk(ask, { processes: jobs < 2 ? 0 : jobs, signal, onProgress }),
    );
  }
}

async function inChildren(
  asks: readonly Ask[],
  calls: AnswerCalls,
  tell: Tell,
  jobs: number,
): Promise<void> {
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
            child = startChild((share) => tell(current ?? ask, share));
          const worker = child;
          await timed(ask, calls, () => worker.call<Answer>('evaluate', ask));
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
