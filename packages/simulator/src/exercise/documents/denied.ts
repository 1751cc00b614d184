const BEFORE =
  /\b(?:not|never|no longer|isn['’]t|wasn['’]t|aren['’]t|weren['’]t|neither|rather than|instead of|wrongly|do not (?:say|write|call)|cannot)(?: (?:\w+ ){0,3}|\s*$)?$|\bno (?:\w+ )?$/i;
const AFTER =
  /^[가-힣]{0,3} ?(?:이|가|은|는|라고|라는)? ?(?:아니|아닙|않|하지 않|쓰지 ?(?:않|마)|말(?:고|하지))/;

/** Does the clause deny the words from–to? Looks a few words back in English, a few letters on in Korean. */
export function isDenied(text: string, from: number, to: number): boolean {
  const clause = text
    .slice(Math.max(0, from - 40), from)
    .split(/[,;:—]|\b(?:but|and)\b/i)
    .at(-1)!;
  return BEFORE.test(clause) || AFTER.test(text.slice(to, to + 14));
}
