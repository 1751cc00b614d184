import type { SimTime } from '@dwell/core';
import type { ResponseState } from '../response/types.ts';
import type { Backtest, DeployPreview, HuntTable, RuleCard, RuleProblem } from '../router/types.ts';
import { requireAlone, requireTable } from './authority.ts';
import { Backtests } from './backtests.ts';
import { checkRule, needsOf } from './check-rule.ts';
import type { Acted, RuleService } from './detection-service.ts';
import { DEPLOY, deployedRules, RETIRE } from './deployed-rules.ts';
import type { Sight } from './hunts.ts';
import type { HostPorts } from './ports.ts';
import { seesTruth } from './projection.ts';
import { respond } from './respond.ts';
import { ruleCards } from './rule-cards.ts';
import { nameOf, saveDraft } from './rule-drafts.ts';
import { ruleFromHunt } from './rule-from-hunt.ts';
import { readRule, ruleOf } from './rule-reading.ts';
import type { RunHost } from './run-host.ts';
import type { Viewer } from './service.ts';
import { shippedRules } from './shipped-rules.ts';

/** What the desk needs of the rest of the service. */
export type RulesDeskOptions = {
  ports: Pick<HostPorts, 'commandLog' | 'ruleDrafts'>;
  /** A run as it is. */
  run(runId: string): Promise<RunHost>;
  /** A run, its world caught up with its clock. */
  host(runId: string): Promise<RunHost>;
  tables(runId: string): Promise<HuntTable[]>;
  /** What can be seen of a run as it stands. */
  sight(host: RunHost): Promise<Sight>;
  wall: () => number;
};

/** Rules of a run: the list, drafts, checks, backtests, deployment. */
export class RulesDesk implements RuleService {
  readonly #options: RulesDeskOptions;
  readonly #backtests = new Backtests();

  constructor(options: RulesDeskOptions) {
    this.#options = options;
  }

  async list(_viewer: Viewer, runId: string): Promise<RuleCard[]> {
    const { ports } = this.#options;
    const host = await this.#options.host(runId);
    const responses = await responsesOf(host);
    const on = enrichmentsOn(responses);
    return ruleCards({
      shipped: shippedRules(),
      drafts: await ports.ruleDrafts(runId).list(),
      deployed: deployedRules(responses, await ports.commandLog(runId).read()),
      alerts: host.alerts.list(),
      needs: (text) => needsOf(text, on),
    });
  }

  async check(runId: string, text: string): Promise<RuleProblem[]> {
    const host = await this.#options.run(runId);
    const enrichments = enrichmentsOn(host.responses());
    return checkRule(text, { scale: host.record.scale, enrichments });
  }

  async save(viewer: Viewer, runId: string, text: string): Promise<{ name: string }> {
    await this.#options.run(runId);
    const { ports, wall } = this.#options;
    const saved = { savedBy: viewer.id, savedAtWallMs: wall() };
    return saveDraft(ports.ruleDrafts(runId), text, saved);
  }

  async remove(runId: string, name: string): Promise<void> {
    await this.#options.run(runId);
    await this.#options.ports.ruleDrafts(runId).remove(name);
  }

  async backtest(
    viewer: Viewer,
    { runId, text, ...span }: { runId: string; text: string; from?: SimTime; to?: SimTime },
    signal?: AbortSignal,
  ): Promise<Backtest> {
    const host = await this.#options.host(runId);
    const truthOf = seesTruth(viewer) ? host.scenario : null;
    const rule = ruleOf(text);
    for (const each of rule.linked.detections)
      if (each.rule?.logSource.service) requireTable(viewer, each.rule.logSource.service);
    const ask = { rule, scale: host.record.scale, truthOf, ...span };
    return this.#backtests.run(viewer.id, ask, () => this.#options.sight(host), signal);
  }

  /** Ends what is under way. */
  stop(): void {
    this.#backtests.stop();
  }

  async preview(runId: string, text: string): Promise<DeployPreview> {
    const host = await this.#options.host(runId);
    const name = nameOf(text);
    const world = await host.world();
    const { leadMs, effectiveAt, info } = await world.preview(DEPLOY, { name, text });
    const commands = await this.#options.ports.commandLog(runId).read();
    const responses = await responsesOf(host);
    const before = deployedRules(responses, commands).get(name);
    return {
      leadMs,
      priceWon: info.priceWon,
      effectiveAt,
      needs: needsOf(text, enrichmentsOn(responses)),
      replaces: before !== undefined && before.state !== 'retired' && before.text !== text,
    };
  }

  async deploy(
    viewer: Viewer,
    { runId, text, as }: { runId: string; text: string; as: string },
  ): Promise<Acted> {
    requireAlone(viewer, as, DEPLOY);
    const host = await this.#options.host(runId);
    const params = { name: nameOf(text), text };
    return respond(host, viewer, { response: DEPLOY, params, as });
  }

  async retire(
    viewer: Viewer,
    { runId, name, as }: { runId: string; name: string; as: string },
  ): Promise<Acted> {
    requireAlone(viewer, as, RETIRE);
    const host = await this.#options.host(runId);
    return respond(host, viewer, { response: RETIRE, params: { name }, as });
  }

  async fromHunt(ask: {
    runId: string;
    table: string;
    query: string;
    title?: string;
  }): Promise<{ text: string }> {
    return { text: ruleFromHunt(ask, await this.#options.tables(ask.runId)) };
  }
}

/** Responses as they stand, those asked for just now too; none while the run is being built. */
async function responsesOf(host: RunHost): Promise<readonly ResponseState[]> {
  if (host.record.build.state !== 'ready') return [];
  return (await (await host.world()).view()).responses;
}

/** Controls that add a column to records and are on. */
function enrichmentsOn(responses: readonly ResponseState[]): ReadonlySet<string> {
  const bought = responses.filter(({ id, state }) => id === 'enrich' && state === 'done');
  return new Set(bought.map(({ params }) => String(params['name'])));
}

/** Reads the shipped rules, so that the first list of them keeps nobody waiting. */
export async function warmRules(): Promise<void> {
  for (const text of shippedRules().values()) {
    readRule(text);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
