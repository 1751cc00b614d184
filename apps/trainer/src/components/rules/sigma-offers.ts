import type { HuntTable } from '@dwell/simulator/router';
import {
  BOUND_KEYS,
  CORRELATION_KEYS,
  CORRELATION_TYPES,
  DWELL_KEYS,
  LEVELS,
  MODIFIERS,
  STATUSES,
  TECHNIQUE_TAGS,
  TIMESPANS,
  TOP_KEYS,
} from './sigma-words.ts';
import type { SigmaPlace } from './sigma-place.ts';

/** A word that fits; `sort` keeps what belongs together in order. */
export type SigmaOffer = {
  label: string;
  insert: string;
  /** A column's type, or nothing. */
  detail?: string;
  /** Place among the commonest values, from 0. */
  rank?: number;
  what: 'key' | 'field' | 'withheld' | 'value' | 'modifier' | 'selection' | 'rule';
};

/** What is known of the run that the rule is written for. */
export type SigmaVocabulary = {
  tables: readonly HuntTable[];
  rules: readonly string[];
  /** Names given by other documents of the same file. */
  names: readonly string[];
  /** Log of the first rule of the file; correlations read it. */
  service: string | null;
};

const words = (list: readonly string[], what: SigmaOffer['what'], tail = ''): SigmaOffer[] =>
  list.map((label) => ({ label, insert: label + tail, what }));

/** The log that a document reads: `service:` under its `logsource`. */
export function serviceOf(document: string): string | null {
  return /(?:^\s+|[{,]\s*)service:\s*["']?([a-z_]+)/m.exec(document)?.[1] ?? null;
}

/** Names that a file's documents give themselves. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(/^name:\s*["']?([\w-]+)/gm)].map((found) => found[1]!);
}

const selectionsIn = (document: string): string[] => {
  const block = /^detection:[^\n]*\n((?:[ \t]+[^\n]*\n?|\s*\n)*)/m.exec(document)?.[1] ?? '';
  const indent = /^( +)/.exec(block)?.[1] ?? '  ';
  return [...block.matchAll(new RegExp(`^${indent}([\\w.-]+):`, 'gm'))]
    .map((found) => found[1]!)
    .filter((name) => name !== 'condition');
};

function fieldOffers(place: SigmaPlace, { tables, service }: SigmaVocabulary): SigmaOffer[] {
  const log = serviceOf(place.document) ?? service;
  const columns = tables.find((table) => table.name === log)?.columns ?? [];
  return columns.map((column) => ({
    label: column.name,
    insert: column.name,
    detail: column.type,
    what: column.enrichment && column.on === false ? 'withheld' : 'field',
  }));
}

function keyOffers(place: SigmaPlace, vocabulary: SigmaVocabulary): SigmaOffer[] {
  const [top, second] = place.path;
  if (place.path.length === 0) return words(TOP_KEYS, 'key', ': ');
  if (top === 'logsource') return words(['product', 'service', 'category'], 'key', ': ');
  if (top === 'dwell') return words(DWELL_KEYS, 'key', ': ');
  if (top === 'correlation')
    return second === undefined
      ? words(CORRELATION_KEYS, 'key', ': ')
      : second === 'condition'
        ? words(BOUND_KEYS, 'key', ': ')
        : [];
  if (top !== 'detection') return [];
  if (second === undefined) return words(['condition'], 'key', ': ');
  const pipe = place.typed.lastIndexOf('|');
  if (pipe < 0)
    return fieldOffers(place, vocabulary).map((offer) => ({
      ...offer,
      insert: `${offer.insert}: `,
    }));
  return words(MODIFIERS, 'modifier').map((offer) => ({
    ...offer,
    label: place.typed.slice(0, pipe + 1) + offer.label,
    insert: `${place.typed.slice(0, pipe + 1)}${offer.insert}: `,
  }));
}

function valueOffers(place: SigmaPlace, vocabulary: SigmaVocabulary): SigmaOffer[] {
  const key = place.key ?? '';
  const [top] = place.path;
  if (top === undefined) {
    if (key === 'level') return words(LEVELS, 'value');
    if (key === 'status') return words(STATUSES, 'value');
    if (key === 'tags') return words(TECHNIQUE_TAGS, 'value');
    return [];
  }
  if (top === 'logsource') {
    if (key === 'product') return words(['dwell'], 'value');
    if (key !== 'service') return [];
    return words(
      vocabulary.tables.map((table) => table.name),
      'value',
    );
  }
  if (top === 'correlation') {
    if (key === 'type') return words(CORRELATION_TYPES, 'value');
    if (key === 'timespan') return words(TIMESPANS, 'value');
    if (key === 'generate') return words(['true', 'false'], 'value');
    if (key === 'rules')
      return words([...new Set([...vocabulary.names, ...vocabulary.rules])], 'rule');
    if (key === 'group-by' || key === 'field') return fieldOffers(place, vocabulary);
    return [];
  }
  if (top !== 'detection') return [];
  if (key === 'condition' && place.path.length === 1) {
    const selections = words(selectionsIn(place.document), 'selection');
    return [...selections, ...words(['and', 'or', 'not', '1 of ', 'all of ', 'them'], 'key')];
  }
  return fieldValues(place, vocabulary, key.split('|')[0]!);
}

/** The log and the field whose values could stand at a place, or null. */
export function fieldAt(
  place: SigmaPlace,
  service: string | null,
): { table: string; field: string } | null {
  const table = serviceOf(place.document) ?? service;
  const field = place.key?.split('|')[0];
  const isValue = place.kind === 'value' && place.path[0] === 'detection' && field !== 'condition';
  return isValue && table && field ? { table, field } : null;
}

/** A value as YAML reads it back the same. */
export function yamlValue(value: string): string {
  const plain = /^\d{1,15}$/.test(value) || /^[A-Za-z_][\w .-]*$/.test(value);
  return plain && !/^(true|false|null|yes|no|on|off)$/i.test(value)
    ? value
    : `'${value.replace(/'/g, "''")}'`;
}

function fieldValues(place: SigmaPlace, vocabulary: SigmaVocabulary, field: string): SigmaOffer[] {
  const log = serviceOf(place.document) ?? vocabulary.service;
  const column = vocabulary.tables
    .find((table) => table.name === log)
    ?.columns.find((each) => each.name === field);
  if (!column) return [];
  if (column.type === 'boolean') return words(['true', 'false'], 'value');
  return (column.values ?? []).map((value) => ({
    label: value,
    insert: yamlValue(value),
    what: 'value',
  }));
}

/** Every word that fits at a place, before it is narrowed by what is typed. */
export function sigmaOffers(place: SigmaPlace, vocabulary: SigmaVocabulary): SigmaOffer[] {
  return place.kind === 'key' ? keyOffers(place, vocabulary) : valueOffers(place, vocabulary);
}
