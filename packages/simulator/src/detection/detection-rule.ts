import { badInput, parseDuration } from '@dwell/core';
import type { Level, Linked, LinkedDetection, LinkedCorrelation, Rule } from '@dwell/detection';

/** A rule of the shop: what alerts under one name, with everything it is made of. */
export type DetectionRule = {
  /** What alerts, expectations and playbooks call it. */
  name: string;
  title: string;
  level: Level | null;
  /** ATT&CK, such as `T1606` or `T1550.001`. */
  techniques: readonly string[];
  description: string | null;
  falsePositives: readonly string[];
  /** Kept to show how the obvious fails. */
  teaching: boolean;
  file: string;
  /** The whole text of the files it is made of. */
  text: string;
  /** It and what it refers to, and nothing else; what alerts stands last. */
  linked: Linked;
  /** A condition that has been false this long has ended its alert. */
  timespanMs: number;
};

/** Quiet time of rules that have no timespan of their own. */
const QUIET = '24h';

/** The rules of a linked set: everything in it that reports. `texts`: the text of each file. */
export function detectionRules(
  linked: Linked,
  texts: ReadonlyMap<string, string>,
): DetectionRule[] {
  return linked.detections.flatMap((detection, index) =>
    detection.reports ? [detectionRule(linked, index, texts)] : [],
  );
}

function detectionRule(
  linked: Linked,
  index: number,
  texts: ReadonlyMap<string, string>,
): DetectionRule {
  const own = closure(linked, index);
  const about = aboutOf(own.detections.at(-1)!);
  const files = new Set(own.detections.map((detection) => aboutOf(detection).file));
  const dwell = (about.custom['dwell'] ?? {}) as Record<string, unknown>;
  return {
    name: about.name ?? about.id ?? about.title,
    title: about.title,
    level: about.level,
    techniques: about.tags
      .flatMap((tag) => /^attack\.(t\d{4}(?:\.\d{3})?)$/i.exec(tag)?.[1] ?? [])
      .map((id) => id.toUpperCase()),
    description: about.description,
    falsePositives: about.falsePositives,
    teaching: dwell['teaching'] === true,
    file: about.file,
    text: [...files].map((file) => texts.get(file) ?? '').join('\n---\n'),
    linked: own,
    timespanMs: timespan(own.detections.at(-1)!, dwell['quiet']),
  };
}

function timespan(detection: LinkedDetection, quiet: unknown): number {
  if (detection.correlation) return detection.correlation.timespanMs;
  try {
    return parseDuration(String(quiet ?? QUIET), 'dwell.quiet');
  } catch {
    const { file, position } = detection.rule;
    throw badInput(
      'QUIET',
      `"${String(quiet)}" is no duration`,
      `${file}:${position.line}, dwell.quiet`,
      'write one such as 24h',
    );
  }
}

/** What a detection says of itself. */
export function aboutOf(detection: LinkedDetection): Rule | LinkedCorrelation {
  return detection.rule ?? detection.correlation;
}

/** A detection and what it refers to, as a set of its own in which only it reports. */
function closure(linked: Linked, index: number): Linked {
  const wanted = new Set<number>();
  const want = (i: number) => {
    if (wanted.has(i)) return;
    wanted.add(i);
    linked.detections[i]!.members?.forEach(want);
  };
  want(index);
  const order = [...wanted].sort((a, b) => a - b);
  const detections = order.map((i) => {
    const detection = linked.detections[i]!;
    const reports = i === index;
    return detection.correlation
      ? { ...detection, reports, members: detection.members.map((m) => order.indexOf(m)) }
      : { ...detection, reports };
  });
  return { detections };
}
