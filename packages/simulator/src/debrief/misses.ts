import type { History, HistoryAlert } from '@dwell/scoring';
import type { ReportMiss } from '@dwell/scoring/report';
import { loadRules } from '../detection/rule-set.ts';
import { loadHunt } from '../scenario/hunt-file.ts';
import type { FirstAlerts } from './first-alerts.ts';
import { HUNT_OF_RULE, HUNT_TITLES_KO, LINK_OF_INJECT, MISS_WORDS } from './miss-links.ts';
import { quoted, say } from './moments/say.ts';
import { spanWords } from './run-titles.ts';

/** Ways in which the attack could have been seen sooner, at most. */
const SOONER_MAX = 4;

/**
 * What of the attack the team missed, each with the shipped hunt that would have found it and the shipped
 * rule that would have kept it, and when that rule would first have alerted on this very seed. In order of
 * time. Missed injects that no log answers are no misses here: they stand in the history.
 */
export function misses(history: History, firstAlerts: FirstAlerts): ReportMiss[] {
  const titles = new Map(loadRules('shipped').map(({ name, title }) => [name, title]));
  const linked = (rule: string | null, hunt: string | undefined) => ({
    hunt: hunt === undefined ? null : huntOf(hunt),
    rule:
      rule === null
        ? null
        : { name: rule, title: titles.get(rule) ?? rule, firstAt: firstAlerts[rule] ?? null },
  });
  const found: ReportMiss[] = [
    ...missedInjects(history).flatMap(({ id, ...miss }) => {
      const link = LINK_OF_INJECT[id];
      return link ? [{ ...miss, ...linked(link.rule, link.hunt) }] : [];
    }),
    ...missedAlerts(history).map(({ rule, ...miss }) => ({
      ...miss,
      ...linked(titles.has(rule) ? rule : null, HUNT_OF_RULE[rule]),
    })),
    ...sooner(history, firstAlerts, titles).map(({ rule, ...miss }) => ({
      ...miss,
      ...linked(rule, HUNT_OF_RULE[rule]),
    })),
  ];
  return found.toSorted((a, b) => a.at - b.at);
}

function huntOf(name: string): NonNullable<ReportMiss['hunt']> {
  const { title, sql } = loadHunt(name);
  const en = title ?? name;
  return { name, title: { en, ko: HUNT_TITLES_KO[name] ?? en }, sql };
}

type Miss = Pick<ReportMiss, 'title' | 'at' | 'moment'>;

function missedInjects({ injects }: History): (Miss & { id: string })[] {
  return injects.flatMap(({ id, subject, matters, missedAt, moments }) =>
    missedAt === null || !matters
      ? []
      : [
          {
            id,
            title: say(MISS_WORDS.inject, { what: subject }),
            at: missedAt,
            moment: moments.at(-1) ?? null,
          },
        ],
  );
}

/** Alerts of the attack, by rule, that nobody judged, or that were put away as nothing. */
function missedAlerts({ alerts }: History): (Miss & { rule: string })[] {
  const missed = (words: (typeof MISS_WORDS)['unjudged'], of: readonly HistoryAlert[]) =>
    [...new Set(of.map(({ rule }) => rule))].map((rule) => {
      const list = of.filter((each) => each.rule === rule);
      const first = list.reduce((least, each) => (each.at < least.at ? each : least));
      const title = say(words, { count: list.length, what: quoted(rule) });
      return { rule, title, at: first.at, moment: first.moment };
    });
  const attacks = alerts.filter(({ attack }) => attack);
  return [
    ...missed(
      MISS_WORDS.unjudged,
      attacks.filter(({ verdict }) => verdict === null),
    ),
    ...missed(
      MISS_WORDS.putAway,
      attacks.filter(({ verdict }) => verdict !== null && verdict.verdict !== 'true'),
    ),
  ];
}

/** Rules that would have alerted before the attack was known, the earliest first. */
function sooner(
  { outcome, to }: History,
  firstAlerts: FirstAlerts,
  titles: ReadonlyMap<string, string>,
): (Miss & { rule: string })[] {
  const { detectedAt } = outcome;
  return Object.entries(firstAlerts)
    .flatMap(([rule, at]) => (at === null ? [] : [{ rule, at }]))
    .filter(({ at }) => at < (detectedAt ?? to))
    .sort((a, b) => a.at - b.at)
    .slice(0, SOONER_MAX)
    .map(({ rule, at }) => {
      const what = quoted(titles.get(rule) ?? rule);
      const title =
        detectedAt === null
          ? say(MISS_WORDS.unseen, { what })
          : say(MISS_WORDS.sooner, { what, span: spanWords(detectedAt - at) });
      return { rule, title, at, moment: null };
    });
}
