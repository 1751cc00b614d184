import { namesIn } from './sigma-offers.ts';

/** A name that none of `taken` is: `my-rule`, `my-rule-2`, … */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  for (let n = 2; ; n++) if (!taken.includes(`${wanted}-${n}`)) return `${wanted}-${n}`;
}

/** What a new rule starts from: it reads well, means something, and shows every part. */
export function ruleTemplate(taken: readonly string[]): string {
  const name = freeName('my-rule', taken);
  return `title: Many members asked for that are not there
name: ${name}
status: experimental
description: One address asks again and again for members that nobody is.
level: medium
tags:
  - attack.t1087
logsource:
  product: dwell
  service: http_activity
detection:
  wanted:
    status_code: 404
    actor_user_type: member
  condition: wanted
falsepositives:
  - An application with a broken link
dwell:
  rationale: Whoever counts through numbers meets those that belong to nobody.
  quiet: 24h
`;
}

/** The name that alerts of a text would have: that of its last document; null when none gives one. */
export function nameOf(text: string): string | null {
  const last = text.split(/^---.*$/m).findLast((part) => part.trim() !== '') ?? '';
  return namesIn(last)[0] ?? namesIn(text).at(-1) ?? null;
}
