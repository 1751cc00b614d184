/** Roughly how many instructions an expression becomes: counted repetitions are written out. */
export function regexCost(source: string): number {
  const outer: number[] = [];
  let sum = 0;
  let last = 0;
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!;
    if (c === '(') {
      outer.push(sum);
      sum = 0;
      last = 0;
    } else if (c === ')') {
      last = sum;
      sum += outer.pop() ?? 0;
    } else if (c === '{') {
      const end = source.indexOf('}', i);
      const times = repetitions(source.slice(i + 1, end));
      if (end > 0 && times > 0) {
        sum += last * (times - 1);
        last *= times;
        i = end;
      } else sum += last = 1;
    } else {
      if (c === '\\') i += 1;
      else if (c === '[') i = classEnd(source, i);
      sum += last = 1;
    }
  }
  return sum + outer.reduce((total, each) => total + each, 0);
}

/** Of `3`, `3,` and `3,5`; 0 when it is none of these. */
function repetitions(text: string): number {
  const match = /^(\d{1,4})(,(\d{0,4}))?$/.exec(text);
  if (!match) return 0;
  return Math.max(1, Number(match[1]), Number(match[3] || 0));
}

function classEnd(source: string, from: number): number {
  let i = source[from + 1] === '^' ? from + 2 : from + 1;
  if (source[i] === ']') i += 1;
  for (; i < source.length && source[i] !== ']'; i++) if (source[i] === '\\') i += 1;
  return i;
}
