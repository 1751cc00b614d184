export { SqlMatcher, type Hold } from './sql-matcher.ts';
