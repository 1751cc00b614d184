import type { Ask } from './field-test.ts';

/** Search identifiers by name. */
export type Searches = ReadonlyMap<string, Ask>;

/** A Sigma condition, or a list of them of which one must hold. */
export function conditionAsk(condition: unknown, searches: Searches): Ask {
  if (Array.isArray(condition)) {
    const asks = condition.map((text) => conditionAsk(text, searches));
    return (event) => asks.some((ask) => ask(event));
  }
  const tokens = String(condition).match(/[()]|[^\s()]+/g) ?? [];
  const ask = readOr(tokens, searches);
  if (tokens.length > 0)
    throw new Error(`left over in "${String(condition)}": ${tokens.join(' ')}`);
  return ask;
}

// Each reader takes what it understands from the front of `tokens`.
function readOr(tokens: string[], searches: Searches): Ask {
  const left = readAnd(tokens, searches);
  if (tokens[0] !== 'or') return left;
  tokens.shift();
  const right = readOr(tokens, searches);
  return (event) => left(event) || right(event);
}

function readAnd(tokens: string[], searches: Searches): Ask {
  const left = readNot(tokens, searches);
  if (tokens[0] !== 'and') return left;
  tokens.shift();
  const right = readAnd(tokens, searches);
  return (event) => left(event) && right(event);
}

function readNot(tokens: string[], searches: Searches): Ask {
  if (tokens[0] !== 'not') return readTerm(tokens, searches);
  tokens.shift();
  const inner = readNot(tokens, searches);
  return (event) => !inner(event);
}

function readTerm(tokens: string[], searches: Searches): Ask {
  const token = tokens.shift();
  if (token === undefined) throw new Error('a condition ends too soon');
  if (token === '(') {
    const inner = readOr(tokens, searches);
    if (tokens.shift() !== ')') throw new Error('a bracket is not closed');
    return inner;
  }
  if (tokens[0] === 'of') {
    const pattern = tokens[1]!;
    tokens.splice(0, 2);
    const asks = selected(pattern, searches);
    const least = token === 'all' ? asks.length : token === 'any' ? 1 : Number(token);
    return (event) => asks.filter((ask) => ask(event)).length >= least;
  }
  const named = searches.get(token);
  if (named === undefined) throw new Error(`no search ${token}`);
  return named;
}

/** `them` and patterns leave out names with an underscore in front, unless the pattern has it too. */
function selected(pattern: string, searches: Searches): Ask[] {
  const glob = pattern === 'them' ? '*' : pattern;
  const regex = new RegExp(`^${glob.replaceAll('*', '.*')}$`);
  const asks = [...searches]
    .filter(([name]) => regex.test(name) && (glob.startsWith('_') || !name.startsWith('_')))
    .map(([, ask]) => ask);
  if (asks.length === 0) throw new Error(`nothing is named like ${pattern}`);
  return asks;
}
