import { relative } from 'node:path';
import { canonicalJson, sha256Hex } from '@dwell/core';
import {
  type DetectionRule,
  type Problem,
  readRules,
  ruleTexts,
  scaleRules,
  throwFirst,
} from '@dwell/simulator';

/** Rules brought to a scale, and those that say nothing at it. */
export type OpenedRules = { rules: readonly DetectionRule[]; refused: readonly Problem[] };

/**
 * Reads the rules under absolute paths (or `shipped`) together and brings them to a scale. Errors
 * (exit 2): `FILE`, or the first problem of a rule with its place.
 */
export function openRules(paths: readonly string[], scale: number): OpenedRules {
  const sources = paths.flatMap((path) => ruleTexts(path === 'shipped' ? path : shown(path)));
  const { rules, problems } = readRules(sources);
  throwFirst(problems);
  const { rules: scaled, problems: refused } = scaleRules(rules, scale);
  return { rules: scaled.sort((a, b) => (a.name < b.name ? -1 : 1)), refused };
}

/** A hash of what a rule means, base rules and filters included; its words and places do not count. */
export function ruleKey({ name, timespanMs, linked }: DetectionRule): string {
  const detections = linked.detections.map(({ rule, correlation, members, reports }) => ({
    rule: rule && { logSource: rule.logSource, condition: rule.condition },
    correlation: correlation && {
      type: correlation.type,
      groupFields: correlation.groupFields,
      valueFields: correlation.valueFields,
      timespanMs: correlation.timespanMs,
      bounds: correlation.bounds,
    },
    members,
    reports,
  }));
  return sha256Hex(canonicalJson({ name, timespanMs, detections }));
}

function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near === '' ? '.' : near.startsWith('..') ? path : near;
}
