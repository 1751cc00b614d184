import { LineCounter, parseAllDocuments } from 'yaml';
import type { Problem } from '../problem.ts';
import { DEPTH_LIMIT, locate } from './locate.ts';
import type { Located, Place } from './located.ts';

/** Longest text of a scenario, playbook, rule or expectation file. */
export const TEXT_LIMIT_BYTES = 1 << 20;

export type Parsed = { root: Located | null; problems: Problem[] };
export type ParsedAll = { roots: Located[]; problems: Problem[] };

/** Parses a file of one YAML document with places. Never throws: what is wrong is in `problems`. */
export function parseYaml(text: string, file: string): Parsed {
  const { roots, problems } = parseYamlAll(text, file);
  const second = roots[1];
  if (problems.length > 0 || !second) return { root: roots[0] ?? null, problems };
  const hint = 'put each document in its own file';
  const many: Problem = {
    ...second.place,
    code: 'YAML_MANY',
    severity: 'error',
    message: 'more than one document in the file',
    hint,
  };
  return { root: null, problems: [many] };
}

/** Parses every YAML document of a file. With problems there are no roots. */
export function parseYamlAll(text: string, file: string): ParsedAll {
  if (Buffer.byteLength(text) > TEXT_LIMIT_BYTES) {
    return failed(
      file,
      'YAML_SIZE',
      'the file is larger than 1 MiB',
      'split it, or take out what is not needed',
    );
  }
  const deep = 'the file nests too deep';
  const lines = new LineCounter();
  let documents;
  try {
    documents = parseAllDocuments(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      version: '1.2',
    });
  } catch (error) {
    if (error instanceof RangeError)
      return failed(file, 'YAML_DEPTH', deep, `keep to ${DEPTH_LIMIT} levels`);
    throw error;
  }
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const filled = 'empty' in documents ? [] : documents.filter((document) => document.contents);
  const problems = documents.flatMap((each) =>
    each.errors.map((error) => ({
      ...place(error.pos[0]),
      code: 'YAML',
      severity: 'error' as const,
      message: error.message.split('\n')[0]!.replace(/\.$/, ''),
      hint: 'mend the YAML here',
    })),
  );
  if (problems.length > 0) return { roots: [], problems };
  if (filled.length === 0) {
    return failed(
      file,
      'YAML_EMPTY',
      'the file is empty',
      'write a document that starts with kind:',
    );
  }
  const budget = { parts: 0 };
  const located = filled.map((document) => locate(document, place, budget));
  const all = located.flatMap((each) => each.problems);
  return all.length > 0
    ? { roots: [], problems: all }
    : { roots: located.map((each) => each.root!), problems: [] };
}

function failed(file: string, code: string, message: string, hint: string): ParsedAll {
  return {
    roots: [],
    problems: [{ file, line: 1, column: 1, code, severity: 'error', message, hint }],
  };
}
