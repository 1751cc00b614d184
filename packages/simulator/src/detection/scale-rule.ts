import type {
  Bound,
  Expression,
  Linked,
  LinkedCorrelation,
  LinkedDetection,
  Rule,
} from '@dwell/detection';
import { PRINCIPAL_BASE } from '@dwell/telemetry';
import type { DetectionRule } from './detection-rule.ts';

/** Tables of which a simulated shop has one in N records; the others have all of theirs. */
const SAMPLED_TABLES = new Set([
  'http_activity',
  'authentication',
  'endpoint_minute',
  'email_activity',
]);
/** Groups that are simulated whole: an account with all its tokens. */
const WHOLE = new Set(['target_uid', 'user_uid']);
/** Whole for members, thinned for the clients of partners, warehouses and the back office. */
const MIXED = new Set(['token_uid', 'actor_user_uid']);
const COUNTING = new Set(['event_count', 'value_count', 'value_sum']);
/** A smaller number of sampled records says nothing. */
const LEAST = 3;

export type Scaled = { rule: DetectionRule | null; problem: string | null };

/**
 * A rule with its thresholds, which are written for the full shop, brought to 1:`scale`: divided where the
 * group is thinned by sampling, left where it is sampled whole. A threshold that comes below three
 * records refuses the rule at this scale, with the problem said; "any at all" stays what it is.
 */
export function scaleRule(rule: DetectionRule, scale: number): Scaled {
  if (scale === 1) return { rule, problem: null };
  const scaler = new Scaler(rule, scale);
  const linked = scaler.linked();
  if (scaler.problem !== null) return { rule: null, problem: scaler.problem };
  return { rule: { ...rule, linked }, problem: null };
}

class Scaler {
  problem: string | null = null;
  readonly #rule: DetectionRule;
  readonly #scale: number;
  readonly #out: LinkedDetection[] = [];
  /** Places in the output of each detection of the input; two where it was split. */
  readonly #places: number[][] = [];

  constructor(rule: DetectionRule, scale: number) {
    this.#rule = rule;
    this.#scale = scale;
  }

  linked(): Linked {
    for (const detection of this.#rule.linked.detections) {
      this.#places.push(
        detection.correlation
          ? this.#correlation(detection.correlation, detection)
          : [this.#put(detection)],
      );
    }
    return { detections: this.#out };
  }

  #put(detection: LinkedDetection): number {
    return this.#out.push(detection) - 1;
  }

  #correlation(correlation: LinkedCorrelation, detection: LinkedDetection): number[] {
    const members = detection.members!;
    const places = members.map((m) => this.#places[m]!);
    const sampled = members.some((m) => this.#isSampled(m));
    const scales = sampled && COUNTING.has(correlation.type) && correlation.bounds.some(isVolume);
    const kind = groupKind(correlation);
    if (!scales || kind === 'whole') return [this.#put(rebuilt(correlation, detection, places))];
    if (kind === 'thinned') {
      const bounds = this.#divided(correlation, true);
      return [this.#put(rebuilt({ ...correlation, bounds }, detection, places))];
    }
    return this.#split(correlation, detection, places);
  }

  /** One rule for members, as it stands, and one for clients, divided. */
  #split(
    correlation: LinkedCorrelation,
    detection: LinkedDetection,
    places: readonly number[][],
  ): number[] {
    const narrowed = (client: boolean) =>
      places.map((of) =>
        of.map((place) => {
          const inner = this.#out[place]!;
          if (!inner.rule) return place;
          return this.#put({ ...inner, rule: narrowedRule(inner.rule, client), reports: false });
        }),
      );
    const whole = this.#put(rebuilt(correlation, detection, narrowed(false)));
    const bounds = this.#divided(correlation, false);
    const thinned = this.#put(rebuilt({ ...correlation, bounds }, detection, narrowed(true)));
    return [whole, thinned];
  }

  #divided(correlation: LinkedCorrelation, strict: boolean): Bound[] {
    return correlation.bounds.map((bound) => {
      if (!isVolume(bound)) return bound;
      const value = bound.value / this.#scale;
      if (value >= LEAST) return { ...bound, value };
      if (strict) {
        this.problem ??= `${bound.op} ${bound.value} comes to ${value} records at 1:${this.#scale}; with fewer than ${LEAST} it says nothing`;
      }
      return { ...bound, value: LEAST };
    });
  }

  /** Does a detection of the input look at records of which there are one in N? */
  #isSampled(index: number): boolean {
    const detection = this.#rule.linked.detections[index]!;
    if (detection.members) return detection.members.some((m) => this.#isSampled(m));
    return SAMPLED_TABLES.has(detection.rule.logSource.service ?? '');
  }
}

/** "At least one" asks whether there is any, not how many. */
function isVolume({ op, value }: Bound): boolean {
  return !((op === 'gte' && value <= 1) || (op === 'gt' && value <= 0));
}

function groupKind(correlation: LinkedCorrelation): 'whole' | 'mixed' | 'thinned' {
  const fields = correlation.groupFields.flat();
  if (fields.some((field) => WHOLE.has(field))) return 'whole';
  return fields.some((field) => MIXED.has(field)) ? 'mixed' : 'thinned';
}

/** A correlation over the places that its members were put at. */
function rebuilt(
  correlation: LinkedCorrelation,
  detection: LinkedDetection,
  places: readonly number[][],
): LinkedDetection {
  const spread = <T>(of: readonly T[]) => places.flatMap((each, m) => each.map(() => of[m]!));
  return {
    rule: null,
    correlation: {
      ...correlation,
      groupFields: spread(correlation.groupFields),
      valueFields: spread(correlation.valueFields),
    },
    members: places.flat(),
    reports: detection.reports,
  };
}

function narrowedRule(rule: Rule, client: boolean): Rule {
  const isClient: Expression =
    rule.logSource.service === 'http_activity'
      ? {
          kind: 'field',
          field: 'actor_user_type',
          test: { kind: 'pattern', parts: [{ text: 'client' }], cased: false },
        }
      : {
          kind: 'field',
          field: 'user_uid',
          test: { kind: 'compare', op: 'gte', value: PRINCIPAL_BASE },
        };
  const part: Expression = client ? isClient : { kind: 'not', of: isClient };
  return { ...rule, condition: { kind: 'and', of: [part, rule.condition] } };
}
