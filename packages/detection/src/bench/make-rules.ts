import { Dice } from './dice.ts';
import type { Vocabulary } from './vocabulary.ts';

type Selection = Record<string, readonly string[] | string | null>;
type Made = {
  logSource: string;
  searches: Record<string, Selection | string[]>;
  condition: string;
};

/**
 * As many Sigma documents, as YAML, in the manner of public rule sets: rules for processes, files and the
 * registry, for web servers and for cloud logs; mostly texts that fields contain or end with, often with a
 * filter, some keywords and regular expressions, a few of them (0.4 %) without any text that must be there.
 */
export function makeRules(count: number, seed: number, words: Vocabulary): string {
  const dice = new Dice(seed);
  const documents = Array.from({ length: count }, (_, number) => {
    const share = dice.share();
    const made =
      share < 0.004
        ? openRule(dice)
        : share < 0.5
          ? processRule(dice, words)
          : share < 0.7
            ? hostRule(dice, words)
            : share < 0.82
              ? webRule(dice, words)
              : cloudRule(dice, words);
    return documentText(number, made);
  });
  return documents.join('---\n');
}

function processRule(dice: Dice, words: Vocabulary): Made {
  const searches: Made['searches'] = {};
  const programs = (most: number) =>
    Array.from({ length: dice.whole(1, most) }, () => `\\${dice.pickOften(words.programs)}`);
  if (dice.chance(0.6)) searches['selection_img'] = { 'Image|endswith': programs(4) };
  if (dice.chance(0.2)) searches['selection_parent'] = { 'ParentImage|endswith': programs(5) };
  const line = dice.share();
  if (line < 0.4) {
    searches['selection_cli'] = {
      'CommandLine|contains': lineTexts(dice, words, dice.whole(1, 12)),
    };
  } else if (line < 0.7) {
    searches['selection_cli'] = {
      'CommandLine|contains|all': lineTexts(dice, words, dice.whole(2, 4)),
    };
  } else if (line < 0.76) {
    const [first, second] = lineTexts(dice, words, 2);
    searches['selection_cli'] = {
      'CommandLine|re': `${escaped(first!)}\\s+[a-z0-9]{2,}.*${escaped(second ?? 'x')}`,
    };
  } else if (line < 0.84) {
    const digest = () => Array.from({ length: 32 }, () => dice.whole(0, 15).toString(16)).join('');
    const digests = Array.from({ length: dice.whole(1, 20) }, () => `IMPHASH=${digest()}`);
    searches['selection_hash'] = { 'Hashes|contains': digests };
  } else {
    searches['selection_path'] = {
      'Image|contains': dice.several(words.folders, dice.whole(1, 6)).map((name) => `\\${name}\\`),
      'CommandLine|contains': lineTexts(dice, words, dice.whole(1, 3)),
    };
  }
  if (dice.chance(0.4)) {
    searches['filter_main_parent'] = {
      'ParentImage|startswith': String.raw`C:\Program Files\${dice.pickOften(words.folders)}`,
      'User|contains': ['SYSTEM', 'SERVICE'],
    };
  }
  if (dice.chance(0.05)) searches['filter_main_null'] = { CommandLine: null };
  return {
    logSource: 'category: process_creation, product: windows',
    searches,
    condition: all(searches),
  };
}

/** One that requires no text at all, as a few of every set do. */
function openRule(dice: Dice): Made {
  const searches: Made['searches'] = {
    selection: { 'CommandLine|re': `[A-Za-z0-9+/]{${dice.whole(120, 400)},}` },
  };
  return { logSource: 'category: process_creation', searches, condition: 'selection' };
}

function hostRule(dice: Dice, words: Vocabulary): Made {
  const searches: Made['searches'] = {};
  const kind = dice.pick(['registry_set', 'file_event', 'image_load', 'network_connection']);
  const several = (from: readonly string[], most: number, make: (text: string) => string) =>
    dice.several(from, dice.whole(1, most)).map(make);
  if (kind === 'registry_set') {
    searches['selection'] = {
      'TargetObject|contains': several(words.registry, 6, (key) => `\\${key}`),
      ...(dice.chance(0.4) ? { 'Details|contains': several(words.words, 4, (word) => word) } : {}),
    };
  } else if (kind === 'file_event') {
    searches['selection'] = {
      'TargetFilename|endswith': several(words.words, 8, (word) => `\\${word}.dll`),
      ...(dice.chance(0.5)
        ? { 'Image|endswith': several(words.programs, 3, (name) => `\\${name}`) }
        : {}),
    };
  } else if (kind === 'image_load') {
    searches['selection'] = {
      'ImageLoaded|endswith': several(words.words, 5, (word) => `\\${word}.dll`),
    };
    searches['filter_main_path'] = { 'ImageLoaded|startswith': 'C:\\Windows\\' };
  } else {
    searches['selection'] = {
      'DestinationHostname|endswith': several(words.words, 6, (word) => `.${word}.example`),
      Initiated: 'true',
    };
  }
  return { logSource: `category: ${kind}, product: windows`, searches, condition: all(searches) };
}

function webRule(dice: Dice, words: Vocabulary): Made {
  const searches: Made['searches'] = {};
  const share = dice.share();
  if (share < 0.5) {
    searches['selection'] = {
      'cs-method': dice.pick(['GET', 'POST', 'PUT']),
      'cs-uri-query|contains': dice
        .several(words.words, dice.whole(1, 10))
        .map((word) => `${word}=`),
    };
  } else if (share < 0.75) {
    searches['selection'] = {
      'c-useragent|contains': dice
        .several(words.agents, dice.whole(1, 12))
        .map((name) => `${name} (`),
    };
  } else if (share < 0.92) {
    searches['selection'] = {
      'cs-uri-stem|endswith': dice.several(words.paths, dice.whole(1, 8)),
      'sc-status': '200',
    };
  } else
    searches['keywords'] = dice.several(words.words, dice.whole(2, 12)).map((word) => `=${word}(`);
  if (dice.chance(0.2)) searches['filter_main_status'] = { 'sc-status': '404' };
  return { logSource: 'category: webserver', searches, condition: all(searches) };
}

function cloudRule(dice: Dice, words: Vocabulary): Made {
  const searches: Made['searches'] = {
    selection: {
      eventSource: dice.pickOften(words.services),
      eventName: dice.several(words.actions, dice.whole(1, 5)),
    },
  };
  if (dice.chance(0.2)) {
    searches['selection_request'] = {
      'requestParameters.policy|contains': dice.several(words.words, dice.whole(1, 4)),
    };
  }
  if (dice.chance(0.3)) searches['filter_main_failed'] = { 'errorCode|contains': 'Denied' };
  if (dice.chance(0.1)) searches['filter_main_role'] = { 'userIdentity.type': 'Service' };
  return { logSource: 'product: cloud, service: audit', searches, condition: all(searches) };
}

/** What command lines of attacks have: rare words, now and then a common one. */
function lineTexts(dice: Dice, words: Vocabulary, count: number): string[] {
  return Array.from({ length: count }, () => {
    const share = dice.share();
    if (share < 0.3) return ` ${dice.pick(words.flags)} `;
    if (share < 0.7) return `${dice.pick(words.words)}.${dice.pick(words.words)}`;
    return `${dice.pick(words.flags)} ${dice.pick(words.words)}`;
  });
}

function escaped(text: string): string {
  return text.replaceAll(/[^a-z0-9 ]/g, String.raw`\$&`);
}

function all(searches: Made['searches']): string {
  const names = Object.keys(searches);
  const terms = [];
  if (names.some((name) => name.startsWith('selection_'))) terms.push('all of selection_*');
  if (names.includes('selection')) terms.push('selection');
  if (names.includes('keywords')) terms.push('keywords');
  if (names.some((name) => name.startsWith('filter_main_'))) terms.push('not 1 of filter_main_*');
  return terms.join(' and ');
}

function documentText(number: number, { logSource, searches, condition }: Made): string {
  const id = number.toString(16).padStart(12, '0');
  const lines = [
    `title: Made rule ${number}`,
    `id: 6f0e7c1a-4b2d-4e5f-8a9b-${id}`,
    'status: test',
    `logsource: { ${logSource} }`,
    'detection:',
  ];
  for (const [name, search] of Object.entries(searches)) {
    lines.push(`  ${name}:`);
    if (Array.isArray(search)) lines.push(...search.map((text) => `    - ${quoted(text)}`));
    else {
      for (const [key, value] of Object.entries(search)) {
        if (Array.isArray(value)) {
          lines.push(`    ${key}:`, ...value.map((text) => `      - ${quoted(text)}`));
        } else lines.push(`    ${key}: ${value === null ? 'null' : quoted(String(value))}`);
      }
    }
  }
  lines.push(`  condition: ${condition}`, 'level: medium', '');
  return lines.join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
