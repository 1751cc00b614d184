import type { SimTime } from '@dwell/core';
import type { AlertRow } from '../router/types.ts';
import { askedResponse } from '../run/asked-response.ts';
import type { Command } from '../run/command.ts';
import { DEPLOY } from './deployed-rules.ts';

type Verdict = Pick<AlertRow, 'verdict' | 'verdictNote' | 'verdictBy' | 'verdictAt'>;
type Deployment = { sequence: number; from: SimTime; text: string };

const OPEN: Verdict = { verdict: null, verdictNote: null, verdictBy: null, verdictAt: null };

/** What the world log says about alerts: which text watched, how people judged, who has them in hand. */
export class Judgements {
  readonly #verdicts = new Map<string, Verdict>();
  readonly #assigned = new Map<string, string>();
  readonly #deployments = new Map<string, Deployment[]>();
  readonly #leadMs: number;

  /** `leadMs`: how long it takes to deploy a rule. */
  constructor(leadMs: number) {
    this.#leadMs = leadMs;
  }

  /** Takes the next command of the log; returns the alert it is about, if any. */
  take({ body, at, role, sequence }: Command): string | null {
    if (body.do === 'verdict') {
      const { alert, verdict, note } = body;
      if (verdict === 'none') this.#verdicts.delete(alert);
      else {
        const said = { verdict, verdictNote: note ?? null, verdictBy: role, verdictAt: at };
        this.#verdicts.set(alert, said);
      }
      return alert;
    }
    if (body.do === 'assign') {
      if (body.to === '') this.#assigned.delete(body.alert);
      else this.#assigned.set(body.alert, body.to);
      return body.alert;
    }
    const asked = askedResponse(body);
    if (asked?.response === DEPLOY) {
      const name = String(asked.params['name']);
      const deployment = { sequence, from: at + this.#leadMs, text: String(asked.params['text']) };
      this.#deployments.set(name, [...(this.#deployments.get(name) ?? []), deployment]);
    }
    if (body.do === 'withdraw') this.#withdraw(body.sequence);
    return null;
  }

  verdict(alert: string): Verdict {
    return this.#verdicts.get(alert) ?? OPEN;
  }

  assigned(alert: string): string | null {
    return this.#assigned.get(alert) ?? null;
  }

  /** The text by which a rule watched at a time: that of the last deployment in effect. */
  textAt(rule: string, at: SimTime): string | null {
    const of = this.#deployments.get(rule) ?? [];
    return (of.findLast((each) => each.from <= at) ?? of[0])?.text ?? null;
  }

  clear(): void {
    this.#verdicts.clear();
    this.#assigned.clear();
    this.#deployments.clear();
  }

  #withdraw(sequence: number): void {
    for (const [name, of] of this.#deployments) {
      this.#deployments.set(
        name,
        of.filter((each) => each.sequence !== sequence),
      );
    }
  }
}
