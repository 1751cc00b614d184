import type { AlertRow, RuleCard } from '../router/types.ts';
import type { Deployed } from './deployed-rules.ts';
import type { RuleDraft } from './ports.ts';
import { ruleAbout } from './rule-about.ts';

/** Where the cards of a run come from. */
export type RuleSources = {
  shipped: ReadonlyMap<string, string>;
  drafts: readonly RuleDraft[];
  deployed: ReadonlyMap<string, Deployed>;
  alerts: readonly Pick<AlertRow, 'rule' | 'lastAt'>[];
  /** Controls that a text's columns wait for. */
  needs(text: string): readonly string[];
};

/**
 * One card a name, in order of name. The text is what its author has in hand: the draft, else what
 * was deployed, else the shipped one.
 */
export function ruleCards(sources: RuleSources): RuleCard[] {
  const { shipped, deployed } = sources;
  const drafts = new Map(sources.drafts.map((draft) => [draft.name, draft.text]));
  const names = [...new Set([...shipped.keys(), ...drafts.keys(), ...deployed.keys()])].sort();
  return names.map((name) => {
    const inRun = deployed.get(name);
    const text = drafts.get(name) ?? inRun?.text ?? shipped.get(name) ?? '';
    const { name: _name, ...about } = ruleAbout(text);
    const raised = sources.alerts.filter((alert) => alert.rule === name);
    return {
      ...about,
      name,
      origin: shipped.get(name) === text ? 'shipped' : 'own',
      text,
      state: inRun?.state ?? 'library',
      effectiveAt: inRun?.effectiveAt ?? null,
      sequence: inRun?.sequence ?? null,
      alerts: raised.length,
      lastAlertAt: raised.length > 0 ? Math.max(...raised.map(({ lastAt }) => lastAt)) : null,
      needs: sources.needs(text),
    };
  });
}
