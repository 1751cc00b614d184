import { parseEpoch, type Calendar } from '@dwell/core';
import { parseCidrRange } from '../record/networks.ts';
import { literal } from '../store/sql-text.ts';
import type { ViewColumn } from './columns.ts';
import type { FieldTest, Query, QueryValue } from './language.ts';
import type { ViewTable } from './tables.ts';
import { escapeLike, likeMatches, likePattern } from './like.ts';
import { queryTextError } from './tokens.ts';

/** A condition over a view's columns: never NULL. Texts are parameters `$1`, `$2`, … */
export type Condition = { sql: string; values: readonly string[]; columns: readonly string[] };

class Compiler {
  private readonly table: ViewTable;
  private readonly calendar: Calendar;
  readonly values: string[] = [];
  readonly columns = new Set<string>();

  constructor(table: ViewTable, calendar: Calendar) {
    this.table = table;
    this.calendar = calendar;
  }

  compile(query: Query): string {
    switch (query.kind) {
      case 'all':
        return 'true';
      case 'and':
      case 'or':
        return `(${query.of.map((q) => this.compile(q)).join(query.kind === 'and' ? ' AND ' : ' OR ')})`;
      case 'not':
        return `(NOT ${this.compile(query.of)})`;
      case 'word':
        return this.anywhere(query.value);
      case 'field':
        return `((${this.field(query.field, query.column, query.test)}) IS TRUE)`;
    }
  }

  /** A bare word: contained in any text column, whatever its case. */
  private anywhere(value: QueryValue): string {
    const texts = this.table.columns.filter((c) => c.type === 'text' || c.type === 'ip');
    const pattern = value.quoted ? escapeLike(value.text) : likePattern(value.text);
    const tests = texts.map((c) => {
      if (c.values)
        return this.oneOf(
          c,
          c.values.filter((v) => likeMatches(v, `%${pattern}%`)),
        );
      return this.like(c, `%${pattern}%`);
    });
    return `((${tests.filter((t) => t !== 'false').join(' OR ') || 'false'}) IS TRUE)`;
  }

  private field(name: string, position: number, test: FieldTest): string {
    const column = this.table.columns.find((c) => c.name === name.toLowerCase());
    if (!column) {
      const near = this.table.columns
        .map((c) => c.name)
        .find((n) => n.includes(name.toLowerCase()));
      const hint = near
        ? `did you mean ${near}?`
        : `its fields: ${this.table.columns.map((c) => c.name).join(', ')}`;
      throw queryTextError(`${this.table.name} has no field ${name}`, position, hint);
    }
    this.columns.add(column.name);
    if (test.op === 'range') {
      return `${this.compare(column, '>=', test.from)} AND ${this.compare(column, '<=', test.to)}`;
    }
    return test.op === 'is'
      ? this.is(column, test.value)
      : this.compare(column, test.op, test.value);
  }

  private is(column: ViewColumn, value: QueryValue): string {
    const name = quoted(column);
    if (!value.quoted && value.text === '*') return `${name} IS NOT NULL`;
    switch (column.type) {
      case 'boolean':
        return `${name} = ${booleanOf(column, value)}`;
      case 'integer':
        return `${name} = ${integerOf(column, value)}`;
      case 'time':
      case 'date':
        return this.moment(column, value);
      case 'ip':
        return this.address(column, value);
      case 'text':
        return this.text(column, value);
    }
  }

  private text(column: ViewColumn, value: QueryValue): string {
    const wild = !value.quoted && /[*?]/.test(value.text);
    const pattern = wild ? likePattern(value.text) : escapeLike(unescape(value));
    if (column.values)
      return this.oneOf(
        column,
        column.values.filter((v) => likeMatches(v, pattern)),
      );
    if (wild) return this.like(column, pattern);
    return `lower(${quoted(column)}) = ${this.parameter(unescape(value).toLowerCase())}`;
  }

  private address(column: ViewColumn, value: QueryValue): string {
    const range = parseCidrRange(value.text);
    if (range) {
      this.columns.add('src_ip_number');
      return `src_ip_number BETWEEN ${range.from} AND ${range.to}`;
    }
    if (!value.quoted && value.text.includes('*'))
      return this.like(column, likePattern(value.text));
    throw queryTextError(
      `"${value.text}" is no IPv4 address or network`,
      value.column,
      'write 10.0.0.1, 10.0.0.0/8 or 10.0.*',
    );
  }

  /** A whole minute for `2025-04-14T09:30`, a whole day for `2025-04-14`, in local time without an offset. */
  private moment(column: ViewColumn, value: QueryValue): string {
    if (column.type === 'date') return `${quoted(column)} = ${dateOf(value)}`;
    const from = this.epochOf(value);
    const length = /^\d{4}-\d{2}-\d{2}$/.test(value.text)
      ? 86_400_000
      : /:\d{2}:\d{2}/.test(value.text)
        ? 1000
        : 60_000;
    return `${quoted(column)} >= ${timestamp(from)} AND ${quoted(column)} < ${timestamp(from + length)}`;
  }

  private compare(column: ViewColumn, op: '>' | '>=' | '<' | '<=', value: QueryValue): string {
    const name = quoted(column);
    switch (column.type) {
      case 'integer':
        return `${name} ${op} ${integerOf(column, value)}`;
      case 'time':
        return `${name} ${op} ${timestamp(this.epochOf(value))}`;
      case 'date':
        return `${name} ${op} ${dateOf(value)}`;
      case 'text':
        return `lower(${name}) ${op} ${this.parameter(unescape(value).toLowerCase())}`;
      case 'ip': {
        const range = parseCidrRange(value.text);
        if (!range)
          throw queryTextError(
            `"${value.text}" is no IPv4 address`,
            value.column,
            'write 10.0.0.1',
          );
        this.columns.add('src_ip_number');
        return `src_ip_number ${op} ${op === '>' || op === '<=' ? range.to : range.from}`;
      }
      case 'boolean':
        throw queryTextError(
          `${column.name} is true or false`,
          value.column,
          `write ${column.name}:true`,
        );
    }
  }

  private epochOf(value: QueryValue): number {
    return parseEpoch(value.text, this.calendar.offsetMinutes, `the query, column ${value.column}`);
  }

  private oneOf(column: ViewColumn, values: readonly string[]): string {
    if (values.length === 0) return 'false';
    this.columns.add(column.name);
    return `${quoted(column)} IN (${values.map(literal).join(', ')})`;
  }

  private like(column: ViewColumn, pattern: string): string {
    this.columns.add(column.name);
    return `${quoted(column)} ILIKE ${this.parameter(pattern)} ESCAPE '\\'`;
  }

  private parameter(text: string): string {
    this.values.push(text);
    return `$${this.values.length}`;
  }
}

const quoted = (column: ViewColumn) => `"${column.name}"`;
const timestamp = (ms: number) => `make_timestamp(${ms * 1000})`;
const unescape = (value: QueryValue) =>
  value.quoted ? value.text : value.text.replaceAll(/\\(.)/g, '$1');

function integerOf(column: ViewColumn, value: QueryValue): string {
  if (!/^-?\d{1,15}$/.test(value.text)) {
    throw queryTextError(
      `${column.name} is a whole number, "${value.text}" is not`,
      value.column,
      `write ${column.name}:123`,
    );
  }
  return value.text;
}

function booleanOf(column: ViewColumn, value: QueryValue): string {
  const text = value.text.toLowerCase();
  if (text === 'true' || text === 'false') return text;
  throw queryTextError(
    `${column.name} is true or false`,
    value.column,
    `write ${column.name}:true`,
  );
}

function dateOf(value: QueryValue): string {
  parseEpoch(value.text, 0, `the query, column ${value.column}`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value.text))
    throw queryTextError('a day has no time', value.column, 'write 2025-04-14');
  return `DATE '${value.text}'`;
}

/** Compiles a parsed query for a table. Errors: `QUERY_TEXT`, `TIME` with the column of what is wrong. */
export function compileQuery(query: Query, table: ViewTable, calendar: Calendar): Condition {
  const compiler = new Compiler(table, calendar);
  const sql = compiler.compile(query);
  return { sql, values: compiler.values, columns: [...compiler.columns] };
}
