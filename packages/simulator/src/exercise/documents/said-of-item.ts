/** What a clause says of a data item: that it was taken, that it was not, or that this is open. */
export type SaidOfItem = 'taken' | 'not-taken' | 'hedged' | 'open';

const OPEN =
  /\b(?:whether|unknown|unclear|investigating|under investigation|cannot (?:yet )?(?:say|rule out|exclude)|not (?:yet )?(?:known|clear|confirmed|certain|ruled out)|do not (?:yet )?know)\b|여부|확인 ?중|조사 ?중|조사하고|확인하고|알 수 없|배제할 수 없/i;
const HEDGED =
  /\b(?:so far|as yet|to date|at present|currently|at this (?:time|stage)|indications?|evidence|signs?|found|believe)\b|현재(?:까지)?|지금까지|아직|확인된 (?:바|것|사실)|정황|파악된/i;
const NOT_REALLY =
  /\bnot (?:only|just)\b|\bno (?:doubt|question|longer|fewer|less|later|more than)\b|뿐(?:만)? ?아니라/gi;

const AUX = 'was|were|is|are|has|have|had|did|does|do|could|can|will';
/** Words of a list, up to the first verb or the first turn of the sentence. */
const LISTED = `(?:(?!\\b(?:that|which|who|so|because|when|until|${AUX})\\b)[^\\s.;]+\\s+){0,10}`;
const TAKING =
  'take|taken|leak(?:ed)?|includ(?:e|ed)|involv(?:e|ed)|affect(?:ed)?|access(?:ed)?|obtain(?:ed)?|reach(?:ed)?|compromis(?:e|ed)|expos(?:e|ed)|contain(?:ed)?|read|see|seen|get|disclos(?:e|ed)|concern(?:ed)?|believe|hold|held|store[sd]?';

/** "no payment data", "neither passwords nor orders", "did not include payment data". */
const BEFORE = new RegExp(
  [
    `\\b(?:no|none of|neither|nor|except(?: for)?|excluding|other than|apart from)\\s+${LISTED}$`,
    '\\bnot (?:the |your |any |our )?$',
    `(?:\\b(?:not|never)\\b|n['’]t\\b) (?:\\w+ ){0,3}(?:${TAKING})\\b(?: that)? ${LISTED}$`,
  ].join('|'),
  'i',
);
/** "payment data was not taken", "door codes were not", "passwords remain safe". */
const AFTER = new RegExp(
  [
    `^(?:(?!\\b(?:${AUX})\\b)[^.;])*\\b(?:${AUX})(?:n['’]t\\b| (?:\\w+ly )?(?:not|never)\\b)`,
    '^(?:(?!\\b(?:was|were|is|are)\\b)[^.;])*\\b(?:is|are|was|were|remain(?:s|ed)?|stay(?:s|ed)?)(?: \\w+ly)? (?:safe|secure|unaffected|untouched|protected|intact)\\b',
    '^[^.;\\w]*\\bnot\\s*[.!]?\\s*$',
  ].join('|'),
  'i',
);
const KOREAN_TAKING = '유출|탈취|노출|조회|포함|침해|접근|해당|열람|빠져';
const KOREAN_AFTER = new RegExp(
  [
    `^(?:(?!${KOREAN_TAKING})[^.])*(?:${KOREAN_TAKING})(?:된|한|되|하|될|할)? ?(?:지|사실|바|흔적|정황|것|적)?(?:은|는|이|가|도)? ?(?:확인되지 |발견되지 )?(?:않|없|아니|아닙)`,
    `^(?:(?!${KOREAN_TAKING})[^.])*(?:안전|무관|제외|미포함)`,
    `^(?:(?!${KOREAN_TAKING})[^.]){0,12}(?:아니|아닙)`,
  ].join('|'),
);

/** Reads one clause around the item that stands at from–to in it. */
export function saidOfItem(clause: string, from: number, to: number): SaidOfItem {
  const text = clause.replace(NOT_REALLY, (words) => ' '.repeat(words.length));
  if (OPEN.test(text)) return 'open';
  const after = text.slice(to);
  const denied = BEFORE.test(text.slice(0, from)) || AFTER.test(after) || KOREAN_AFTER.test(after);
  if (!denied) return 'taken';
  return HEDGED.test(text) ? 'hedged' : 'not-taken';
}

/** Reads the answer to a question that names an item. */
export function saidInAnswer(answer: string): SaidOfItem {
  if (OPEN.test(answer)) return 'open';
  if (/^\s*(?:yes\b|네|예[,. ]|그렇)/i.test(answer)) return 'taken';
  if (!/^\s*(?:no\b|아니|아닙)/i.test(answer)) return 'open';
  return HEDGED.test(answer) ? 'hedged' : 'not-taken';
}
