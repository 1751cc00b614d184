import type { MatchDocument, RuleDocument } from './match-document.ts';

const LEVELS = ['critical', 'high', 'medium', 'low', 'informational'];
const SHOWN_MATCHES = 8;
const SHOWN_REFUSED = 20;

/** A finished match for people: what matched, the gravest first, then what did not work, then figures. */
export function formatMatch({
  rules,
  disagreements,
  late,
  timing,
  ...rest
}: MatchDocument): string {
  const refused = rules.filter(({ error }) => error);
  const matched = rules.filter(({ matches }) => matches.length > 0);
  const rank = ({ level }: RuleDocument) => (LEVELS.indexOf(level ?? '') + 10) % 10;
  matched.sort((a, b) => rank(a) - rank(b) || b.matches.length - a.matches.length);
  const out = matched.map(ruleLines);
  for (const { error } of refused.slice(0, SHOWN_REFUSED)) {
    out.push(`refused: ${error!.message} [${error!.code}]`);
  }
  if (refused.length > SHOWN_REFUSED) out.push(`refused: ${refused.length - SHOWN_REFUSED} more`);
  for (const { rule, event, stream } of disagreements.slice(0, SHOWN_MATCHES)) {
    out.push(
      `disagreement: ${rule} at event ${event}: only ${stream ? 'the stream' : 'SQL'} matches`,
    );
  }
  if (out.length > 0) out.push('');
  const none = rules.length - matched.length - refused.length;
  out.push(
    `${count(timing.events, 'event')}, ${count(rules.length, 'rule')}: ${matched.length} matched, ${none} did not, ${refused.length} refused`,
  );
  if (late > 0) out.push(`${count(late, 'event')} came too late for correlations`);
  if (rest.untimed > 0)
    out.push(`${count(rest.untimed, 'event')} without a time: correlations left them out`);
  out.push(speedLine(timing, disagreements.length));
  return `${out.join('\n')}\n`;
}

function ruleLines({ title, level, file, matches }: RuleDocument): string {
  const shown = matches.slice(0, SHOWN_MATCHES).map((match) => {
    if (typeof match === 'number') return String(match);
    const group = Object.entries(match.group).map(([name, text]) => `${name}=${text}`);
    return group.length === 0 ? String(match.at) : `${match.at} (${group.join(', ')})`;
  });
  const more = matches.length > SHOWN_MATCHES ? ` and ${matches.length - SHOWN_MATCHES} more` : '';
  const what = typeof matches[0] === 'number' ? 'event' : 'moment';
  const head = `${(level ?? '–').padEnd(13)} ${title ?? 'without a title'} · ${count(matches.length, what)}`;
  return `${head}\n  at ${shown.join(', ')}${more}\n  ${file}`;
}

function speedLine(timing: MatchDocument['timing'], disagreements: number): string {
  const { stream_events_per_s: stream, sql_events_per_s: sql } = timing;
  const speeds = [
    ...(stream === null ? [] : [`stream ${number(stream)} events/s`]),
    ...(sql === null ? [] : [`SQL ${number(sql)} events/s`]),
  ];
  if (stream !== null && sql !== null) {
    speeds.push(disagreements === 0 ? 'they agree' : 'THEY DISAGREE');
  }
  return speeds.join(' · ');
}

function count(n: number, what: string): string {
  return `${number(n)} ${what}${n === 1 ? '' : 's'}`;
}

function number(n: number): string {
  return String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ',');
}
