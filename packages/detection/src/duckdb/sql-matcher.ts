import type { DuckDBConnection } from '@duckdb/node-api';
import type { Linked } from '../ir/detection.ts';
import { fold } from '../ir/values.ts';
import { correlationPlan, entryPlan } from '../sql/compile-sql.ts';
import { correlationSql } from '../sql/correlation-sql.ts';
import {
  correlationEntriesSql,
  type EntryPlan,
  ruleEntriesSql,
  ruleSql,
} from '../sql/entries-sql.ts';
import { EventBatch } from './event-batch.ts';
import type { Hold } from './match-report.ts';
import { loadBatch } from './load-batch.ts';
import { needsOf } from './needs.ts';

/**
 * Runs rules over events in the database: batch by batch for rules, whose matches it gives at once, and
 * at the end for correlations, for which it keeps one row per event and member.
 */
export class SqlMatcher {
  readonly refusals = new Map<number, string>();
  readonly batch: EventBatch;
  readonly #linked: Linked;
  readonly #connection: DuckDBConnection;

  private constructor(linked: Linked, connection: DuckDBConnection) {
    this.#linked = linked;
    this.#connection = connection;
    this.batch = new EventBatch(needsOf(linked));
  }

  static async open(linked: Linked, connection: DuckDBConnection): Promise<SqlMatcher> {
    const matcher = new SqlMatcher(linked, connection);
    await connection.run('CREATE TEMP TABLE folds (text VARCHAR, folded VARCHAR)');
    for (const { index, member, plan } of matcher.#memberRules()) {
      const valueType = plan.valueKind === 'text' ? 'VARCHAR' : 'DOUBLE';
      const columns = [
        'ord BIGINT, t BIGINT, m INTEGER',
        ...plan.group.map((_, i) => `g${i} VARCHAR`),
        ...(plan.value === null ? [] : [`v ${valueType}`]),
      ];
      await connection.run(
        `CREATE TEMP TABLE ${entriesTable(index, member)} (${columns.join(', ')})`,
      );
    }
    return matcher;
  }

  /** Matches in the batch of the rules that report, by their place; empties the batch. */
  async flush(): Promise<Map<number, number[]>> {
    const { batch } = this;
    const found = new Map<number, number[]>();
    if (batch.size === 0) return found;
    await loadBatch(this.#connection, batch);
    const source = batch.source();
    for (const [index, { rule, reports }] of this.#linked.detections.entries()) {
      if (rule === null || !reports || this.refusals.has(index)) continue;
      const sql = ruleSql(rule, source);
      if (sql === null) continue;
      await this.#guarded(index, async () => {
        const result = await this.#connection.runAndReadAll(sql);
        if (result.currentRowCount === 0) return;
        const ords = result.getColumnsJS()[0] as bigint[];
        found.set(
          index,
          ords.map(Number).sort((a, b) => a - b),
        );
      });
    }
    for (const { index, member, of, plan } of this.#memberRules()) {
      const entries = this.refusals.has(of) ? null : ruleEntriesSql(this.#rule(of), plan, source);
      if (entries === null) continue;
      await this.#guarded(index, () =>
        this.#connection.run(`INSERT INTO ${entriesTable(index, member)} ${entries}`),
      );
    }
    batch.clear();
    return found;
  }

  /** Where the correlations that report hold, by their place. Call after the last flush. */
  async finish(): Promise<Map<number, Hold[]>> {
    const found = new Map<number, Hold[]>();
    for (const [index, { correlation, members, reports }] of this.#linked.detections.entries()) {
      if (correlation === null || this.refusals.has(index)) continue;
      const refused = members.find((member) => this.refusals.has(member));
      if (refused !== undefined) {
        this.refusals.set(index, this.refusals.get(refused)!);
        continue;
      }
      const entries = members.map((of, member) => this.#entries(index, member, of));
      const sql = correlationSql(
        correlationPlan(correlation),
        entries.filter((select) => select !== null),
      );
      await this.#guarded(index, async () => {
        await this.#connection.run(`CREATE TEMP TABLE ${heldTable(index)} AS ${sql}`);
        await this.#learnFolds(index, correlation.groupBy.length);
        if (reports) found.set(index, await this.#held(index, correlation.groupBy.length));
      });
    }
    return found;
  }

  #entries(index: number, member: number, of: number): string | null {
    const { correlation } = this.#linked.detections[index]!;
    const plan = entryPlan(correlation!, member);
    if (plan === null) return null;
    const inner = this.#linked.detections[of]!.correlation;
    if (inner === null) return `SELECT * FROM ${entriesTable(index, member)}`;
    return correlationEntriesSql(inner.groupBy, `SELECT * FROM ${heldTable(of)}`, plan, foldedSql);
  }

  async #held(index: number, groups: number): Promise<Hold[]> {
    const names = Array.from({ length: groups }, (_, i) => `g${i}`);
    const order = ['ord', ...names].join(', ');
    const result = await this.#connection.runAndReadAll(
      `SELECT ${order} FROM ${heldTable(index)} ORDER BY time_ms, ${order}`,
    );
    return result
      .getRowsJS()
      .map(([ord, ...group]) => ({ at: Number(ord), group: group as string[] }));
  }

  /** Remembers how texts of groups fold when others count them and `lower` might do it otherwise. */
  async #learnFolds(index: number, groups: number): Promise<void> {
    const counted = this.#linked.detections.some(
      ({ correlation, members }) =>
        correlation?.type === 'value_count' && (members?.includes(index) ?? false),
    );
    for (let i = 0; counted && i < groups; i++) {
      const result = await this.#connection.runAndReadAll(
        `SELECT DISTINCT g${i} FROM ${heldTable(index)} WHERE strlen(g${i}) > length(g${i})`,
      );
      for (const [text] of result.getRowsJS() as [string][]) {
        await this.#connection.run('INSERT INTO folds VALUES (?, ?)', [text, fold(text)]);
      }
    }
  }

  #rule(index: number) {
    return this.#linked.detections[index]!.rule!;
  }

  /** Every rule that is a member of a correlation, with what that takes of it. */
  *#memberRules(): Generator<{ index: number; member: number; of: number; plan: EntryPlan }> {
    for (const [index, { correlation, members }] of this.#linked.detections.entries()) {
      if (correlation === null) continue;
      for (const [member, of] of members.entries()) {
        const plan = entryPlan(correlation, member);
        if (plan !== null && this.#linked.detections[of]!.rule !== null) {
          yield { index, member, of, plan };
        }
      }
    }
  }

  async #guarded(index: number, run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.refusals.set(index, messageOf(error));
    }
  }
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
}

/** The folded text of a group that a correlation held for. */
function foldedSql(text: string): string {
  return `coalesce((SELECT min(folded) FROM folds WHERE folds.text = ${text}), lower(${text}))`;
}

function entriesTable(index: number, member: number): string {
  return `entries_${index}_${member}`;
}

function heldTable(index: number): string {
  return `held_${index}`;
}
