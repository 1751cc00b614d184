import { badInput, type DwellError } from '@dwell/core';
import { mayCall, mayCallAsTable } from './functions.ts';

/** What a checked statement touches: tables, and column names (or all, when it says `*` or the like). */
export type Touched = { tables: ReadonlySet<string>; columns: ReadonlySet<string> | 'all' };

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Node = { readonly [key: string]: Json };

const EXPRESSIONS = new Set(
  `BETWEEN CASE CAST COLLATE COLUMN_REF COMPARISON CONJUNCTION CONSTANT FUNCTION LAMBDA OPERATOR
   POSITIONAL_REFERENCE STAR SUBQUERY WINDOW`.split(/\s+/),
);
const PLAIN_TYPES = new Set(
  `SELECT_NODE SET_OPERATION_NODE RECURSIVE_CTE_NODE
   BASE_TABLE SUBQUERY JOIN TABLE_FUNCTION EXPRESSION_LIST EMPTY
   ORDER_MODIFIER LIMIT_MODIFIER LIMIT_PERCENT_MODIFIER DISTINCT_MODIFIER
   ORDER_DEFAULT ASCENDING DESCENDING
   DECIMAL_TYPE_INFO LIST_TYPE_INFO STRUCT_TYPE_INFO ARRAY_TYPE_INFO STRING_TYPE_INFO`.split(/\s+/),
);
const RESERVED_NAME = /^(duckdb_|pragma_|sqlite_|pg_|information_schema)/i;
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

function refuse(what: string, todo: string): DwellError {
  return badInput('SQL_REFUSED', what, 'the statement', todo);
}

const TABLES_HINT = 'query the listed tables, or a WITH name of your own';

/** Walks a statement's syntax tree with the WITH names that are in reach at each place. */
class Walk {
  private readonly known: ReadonlySet<string>;
  readonly tables = new Set<string>();
  readonly columns = new Set<string>();
  /** Names by which a whole row can be meant: tables and their aliases. */
  readonly rowNames = new Set<string>();
  readonly single = new Set<string>();
  everything = false;

  constructor(known: ReadonlySet<string>) {
    this.known = known;
  }

  visit(value: Json | undefined, scope: ReadonlySet<string>): void {
    if (value === null || value === undefined || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      for (const item of value) this.visit(item, scope);
      return;
    }
    const node = value as Node;
    const inner = this.withNames(node, scope);
    if (typeof node['class'] === 'string') this.expression(node);
    else if (typeof node['type'] === 'string') this.plain(node, inner);
    for (const [key, child] of Object.entries(node)) {
      if (key === 'cte_map' || (key === 'value' && node['class'] === 'CONSTANT')) continue;
      this.visit(child, inner);
    }
  }

  /** Checks the WITH queries of a node, each seeing those before it; the scope of the node itself. */
  private withNames(node: Node, scope: ReadonlySet<string>): ReadonlySet<string> {
    const map = (node['cte_map'] as Node | undefined)?.['map'];
    if (!Array.isArray(map)) return this.recursionScope(node, scope);
    let reach = scope;
    for (const entry of map as readonly Node[]) {
      const name = String(entry['key']).toLowerCase();
      if (!PLAIN_NAME.test(name) || RESERVED_NAME.test(name)) {
        throw refuse(`"${name}" cannot be a WITH name`, 'use letters, digits and underscores');
      }
      this.rowNames.add(name);
      this.visit(entry['value'], reach);
      reach = new Set([...reach, name]);
    }
    return this.recursionScope(node, reach);
  }

  /** A recursive query may name itself. */
  private recursionScope(node: Node, scope: ReadonlySet<string>): ReadonlySet<string> {
    if (node['type'] !== 'RECURSIVE_CTE_NODE') return scope;
    return new Set([...scope, String(node['cte_name']).toLowerCase()]);
  }

  private expression(node: Node): void {
    const kind = String(node['class']);
    if (!EXPRESSIONS.has(kind))
      throw refuse(
        `${kind.toLowerCase()} is not available here`,
        'write values into the statement',
      );
    if (kind === 'FUNCTION' || kind === 'WINDOW') this.call(node);
    if (kind === 'STAR') {
      if (node['columns'] === true || node['expr'] !== undefined) {
        throw refuse('COLUMNS(…) is not available here', 'name the columns, or use *');
      }
      this.everything = true;
    }
    if (kind === 'COLUMN_REF') {
      const names = (node['column_names'] as readonly Json[]).map((n) => String(n).toLowerCase());
      for (const name of names) this.columns.add(name);
      if (names.length === 1) this.single.add(names[0]!);
    }
  }

  private call(node: Node): void {
    const name = String(node['function_name'] ?? '');
    const schema = String(node['schema'] ?? node['schema_name'] ?? '');
    const catalog = String(node['catalog'] ?? node['catalog_name'] ?? '');
    if (!mayCall(name) || (schema !== '' && schema !== 'main') || catalog !== '') {
      throw refuse(
        `the function ${name} is not available here`,
        'use the functions listed in the guide to hunts',
      );
    }
  }

  private plain(node: Node, scope: ReadonlySet<string>): void {
    const type = String(node['type']);
    if (!PLAIN_TYPES.has(type)) {
      throw refuse(
        `${type.toLowerCase().replaceAll('_', ' ')} is not available here`,
        'write a plain SELECT',
      );
    }
    if (typeof node['alias'] === 'string') this.rowNames.add(node['alias'].toLowerCase());
    if (type === 'BASE_TABLE') this.baseTable(node, scope);
    if (type === 'TABLE_FUNCTION') {
      const name = String((node['function'] as Node | undefined)?.['function_name'] ?? '');
      if (!mayCallAsTable(name))
        throw refuse(`${name}(…) is not available as a table`, TABLES_HINT);
    }
    if (type === 'JOIN') {
      if (node['ref_type'] === 'NATURAL') this.everything = true;
      for (const name of (node['using_columns'] as readonly Json[] | undefined) ?? []) {
        this.columns.add(String(name).toLowerCase());
      }
    }
  }

  private baseTable(node: Node, scope: ReadonlySet<string>): void {
    const name = String(node['table_name']).toLowerCase();
    const qualified = node['schema_name'] !== undefined || node['catalog_name'] !== undefined;
    if (qualified || node['at_clause'] !== undefined) {
      throw refuse(
        `the table ${name} is named with a schema, a database or a version`,
        'name the table alone',
      );
    }
    this.rowNames.add(name);
    if (scope.has(name)) return;
    if (!this.known.has(name)) throw refuse(`there is no table ${name}`, TABLES_HINT);
    this.tables.add(name);
  }
}

/**
 * Checks the syntax tree DuckDB made of a person's statement (`json_serialize_sql`): one SELECT, over
 * the named tables and its own WITH queries only, calling allowed functions only. Everything not
 * known to be harmless is refused. Errors: `SQL_REFUSED`, `SQL_SYNTAX`.
 */
export function checkStatement(treeText: string, tables: readonly string[]): Touched {
  const tree = JSON.parse(treeText) as Node;
  if (tree['error'] === true) throw treeError(tree);
  const statements = tree['statements'] as readonly Node[];
  if (statements.length !== 1) {
    throw refuse(`${statements.length} statements at once`, 'write exactly one SELECT');
  }
  if ((statements[0]!['named_param_map'] as readonly Json[] | undefined)?.length) {
    throw refuse('a parameter has no value here', 'write values into the statement');
  }
  const walk = new Walk(new Set(tables));
  walk.visit(statements[0]!['node'], new Set());
  const wholeRow = [...walk.single].some((name) => walk.rowNames.has(name));
  return { tables: walk.tables, columns: walk.everything || wholeRow ? 'all' : walk.columns };
}

function treeError(tree: Node): DwellError {
  const message = String(tree['error_message'] ?? '').split('\n')[0]!;
  if (tree['error_type'] === 'parser') {
    const at = Number(tree['position'] ?? Number.NaN);
    const where = Number.isFinite(at) ? `character ${at + 1}` : 'the statement';
    return badInput('SQL_SYNTAX', message || 'this is not SQL', where, 'mend the statement');
  }
  return refuse('only SELECT is available here', 'write one SELECT over the listed tables');
}
