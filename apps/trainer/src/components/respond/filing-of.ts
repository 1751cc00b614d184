/** The legal clock that tells people, met by writing to them; the others are met by a report under their rule. */
const PEOPLE_RULE = 'kr-pipa-34-people';

/** The part of the Respond screen's address that opens what meets a legal clock. */
export function filingOf(rule: string): string {
  return rule === PEOPLE_RULE
    ? 'response=notify-people'
    : `response=notify-regulator&rule=${encodeURIComponent(rule)}`;
}

/** The legal clock that a response with these parameters meets; null when it meets none. */
export function ruleMetBy(
  response: string,
  params: { readonly [name: string]: unknown },
): string | null {
  if (response === 'notify-people') return PEOPLE_RULE;
  if (response === 'notify-regulator')
    return typeof params['rule'] === 'string' ? params['rule'] : null;
  return null;
}
