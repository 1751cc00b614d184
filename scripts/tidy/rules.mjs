// Rules of the house that no linter knows. A rule takes a file `{ path, text }` and returns problems
// as `path:line what is wrong`. Lengths of functions and the rest are rules of .oxlintrc.json.

const CODE = /\.(ts|tsx|mjs|js)$/;
const TEST = /\.test\.(ts|tsx|mjs)$|\/(test|e2e|bench)\//;
const MAX_LINES = 500;
const LONG_LINES = 350;

/** Here a run is computed: the same seed must give the same world on every machine. */
const DETERMINISTIC = [
  'packages/core/src/',
  'packages/shop/src/',
  ...['kernel', 'world', 'actors', 'attack', 'response', 'run', 'scenario', 'exercise'].map(
    (folder) => `packages/simulator/src/${folder}/`,
  ),
];

const INEXACT = 'a?(?:sin|cos|tan)h?|atan2|exp|expm1|log|log2|log10|log1p|pow|cbrt|hypot';
const BANNED = [
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.|\bhrtime\b/, 'reads the wall clock'],
  [/\bsetTimeout\b|\bsetInterval\b|\bsetImmediate\b/, 'waits for the wall clock'],
  [/\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/, 'asks for real chance'],
  [/\bIntl\b|\blocaleCompare\b|\.toLocale\w*\(/, 'depends on the locale'],
  [new RegExp(`\\bMath\\.(?:${INEXACT})\\b`), 'may differ in the last bit between machines'],
  // 2 ** n is exact; other powers are rounded by the engine's own taste.
  [/(?:[)\]A-Za-z_$]|[013-9]|\d\d)\s*\*\*\s/, 'may differ in the last bit between machines'],
  [/\bprocess\.(?:env|pid|platform|uptime|argv)\b/, 'depends on the process'],
];

const withoutComment = (line) =>
  /^\s*(?:\/\/|\/?\*)/.test(line) ? '' : line.replace(/\s\/\/ .*$/, '');

function lineProblems({ path, text }, judge) {
  return text.split('\n').flatMap((line, i) => {
    const said = judge(line);
    return said ? [`${path}:${i + 1} ${said}`] : [];
  });
}

const countLines = (text) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** No file is too long to read. */
export function fileLength({ path, text }) {
  const lines = countLines(text);
  if (!(CODE.test(path) || path.endsWith('.css')) || lines <= MAX_LINES) return [];
  return [`${path}:${MAX_LINES} has ${lines} lines, ${MAX_LINES} are allowed`];
}

/** Files that grow: worth a look, no problem yet. */
export function longFiles(files) {
  return files
    .filter(({ path, text }) => CODE.test(path) && countLines(text) > LONG_LINES)
    .map(({ path, text }) => `${path} has ${countLines(text)} lines`);
}

/** Nothing but the seed decides what happens in a world. */
export function deterministic(file) {
  const { path } = file;
  if (TEST.test(path) || !DETERMINISTIC.some((folder) => path.startsWith(folder))) return [];
  return lineProblems(file, (line) => {
    const found = BANNED.find(([pattern]) => pattern.test(withoutComment(line)));
    return found && `${found[1]}: ${line.trim()}`;
  });
}

/** No path of the machine it was written on. */
export function machinePaths(file) {
  const path = /(?<![\w.:/-])(?:\/root\/|\/home\/\w+\/|\/Users\/\w+\/|[A-Z]:\\Users\\)/;
  return lineProblems(file, (line) => path.test(line) && 'names a folder of one machine');
}

/** Nothing beyond the repository is part of it. */
export function beyondRoot(file) {
  const depth = file.path.split('/').length - 1;
  const up = new RegExp(`(?:\\.\\./){${depth + 1}}`);
  return CODE.test(file.path)
    ? lineProblems(file, (line) => up.test(line) && 'leaves the repository')
    : [];
}

/** Every test runs, and runs in company. */
export function focusedTests(file) {
  if (!/\.(test|spec)\.(ts|tsx|mjs)$/.test(file.path)) return [];
  const focus =
    /\b(?:test|it|describe|suite)(?:\.\w+)*\.(?:only|skip|todo|fixme|fails)\b|\bx(?:it|test)\(/;
  return lineProblems(file, (line) => focus.test(withoutComment(line)) && 'leaves tests out');
}

/** Unfinished business belongs in the tracker. */
export function leftovers(file) {
  if (!CODE.test(file.path)) return [];
  const mark = /(?:\/\/|\*)\s*(?:TODO|FIXME|XXX|HACK)\b/;
  return lineProblems(file, (line) => mark.test(line) && 'leaves something for later');
}

/** Files are found by name: kebab-case, named after what they export. */
export function fileNames({ path }) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (
    !CODE.test(name) ||
    /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|spec|setup|config))?\.\w+$/.test(name)
  ) {
    return [];
  }
  return [`${path}:1 is not named in kebab-case`];
}

/** Only a package's index passes other files on. */
export function barrels(file) {
  const { path } = file;
  if (!/\.tsx?$/.test(path) || path.endsWith('/index.ts')) return [];
  const passes = /^export (?:\*|type \*) from|^export (?:type )?\{[^}]*\} from '\./;
  return lineProblems(file, (line) => passes.test(line) && 'passes another file on');
}

/** Nothing under packages/ knows the web framework or the database. */
export function independence(file) {
  if (!/^packages\/.*\.(ts|mjs|js)$/.test(file.path)) return [];
  const outside =
    /(?:from|import|require)\s*\(?\s*'(?:next|react|@prisma|prisma|@dwell\/(?:prisma|trainer))(?:[/']|-)/;
  return lineProblems(file, (line) => outside.test(line) && 'imports what packages do without');
}

export const FILE_RULES = [
  fileLength,
  deterministic,
  machinePaths,
  beyondRoot,
  focusedTests,
  leftovers,
  fileNames,
  barrels,
  independence,
];
