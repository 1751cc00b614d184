import { conditionAsk } from './condition.ts';
import { everywhere, isObject, textsOf } from './event.ts';
import { type Ask, fieldAsk, type Placeholders, textTest } from './field-test.ts';

/** The question that a `detection` or `filter` section asks: its searches and their condition. */
export function sectionAsk(section: Record<string, unknown>, placeholders: Placeholders): Ask {
  const searches = new Map<string, Ask>();
  for (const [name, search] of Object.entries(section)) {
    if (name === 'condition' || name === 'rules') continue;
    searches.set(name, searchAsk(search, placeholders));
  }
  return conditionAsk(section['condition'], searches);
}

/** A map: all of it. A list: any of its maps or keywords. A text: a keyword. */
function searchAsk(search: unknown, placeholders: Placeholders): Ask {
  if (Array.isArray(search)) {
    const asks = search.map((item) => searchAsk(item, placeholders));
    return (event) => asks.some((ask) => ask(event));
  }
  if (!isObject(search)) return keywordAsk([], search, placeholders);
  const asks = Object.entries(search).map(([key, value]) =>
    key.startsWith('|')
      ? keywordsAsk(key.slice(1).split('|'), value, placeholders)
      : fieldAsk(key, value, placeholders),
  );
  return (event) => asks.every((ask) => ask(event));
}

function keywordsAsk(modifiers: string[], given: unknown, placeholders: Placeholders): Ask {
  const asks = (Array.isArray(given) ? given : [given]).map((value) =>
    keywordAsk(modifiers, value, placeholders),
  );
  return modifiers.includes('all')
    ? (event) => asks.every((ask) => ask(event))
    : (event) => asks.some((ask) => ask(event));
}

/** A keyword may stand anywhere in any text of the event, unless a modifier says where. */
function keywordAsk(modifiers: readonly string[], value: unknown, placeholders: Placeholders): Ask {
  const placed = modifiers.some((name) => /^(contains|startswith|endswith|re)$/.test(name));
  const test = textTest(
    placed ? modifiers : [...modifiers, 'contains'],
    String(value),
    placeholders,
  );
  return (event) => textsOf(everywhere(event)).some(test);
}
