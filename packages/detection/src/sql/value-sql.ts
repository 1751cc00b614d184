import type { ColumnField, SqlField } from './source.ts';
import { textAddress } from './text-address.ts';
import { columnMoment, textNumber } from './text-column.ts';

/** What a test looks at in a value. */
export type Aspect = 'text' | 'folded' | 'number' | 'moment' | 'address';

/** An aspect of a column; NULL where its value has none. */
function columnAspect({ expr, type }: ColumnField, aspect: Aspect): string {
  switch (aspect) {
    case 'text':
    case 'folded':
      if (type === 'time') return `epoch_ms(${expr})::VARCHAR`;
      if (type === 'integer' || type === 'boolean') return `(${expr})::VARCHAR`;
      return aspect === 'text' ? expr : `lower(${expr})`;
    case 'number':
      if (type === 'time') return `epoch_ms(${expr})::DOUBLE`;
      if (type === 'integer') return `(${expr})::DOUBLE`;
      return type === 'text' ? textNumber(expr) : 'NULL::DOUBLE';
    case 'moment':
      return columnMoment(expr, type);
    case 'address':
      return type === 'text' || type === 'ip' ? textAddress(expr) : 'NULL::VARCHAR';
  }
}

/** Whether a value of a field fulfils a condition on one of its aspects, given as SQL over `x`. */
export function anyValue(
  field: SqlField,
  aspect: Aspect,
  condition: (x: string) => string,
  variable = 'x',
): string {
  if (field.kind === 'column') return condition(columnAspect(field, aspect));
  if (field.kind === 'one') return condition(field[aspect]);
  return `len(list_filter(${field[aspect]}, lambda ${variable}: ${condition(variable)})) > 0`;
}

/** The first value of a field that has the aspect. */
export function firstValue(field: SqlField, aspect: Aspect): string {
  if (field.kind === 'column') return columnAspect(field, aspect);
  return field.kind === 'one' ? field[aspect] : `${field[aspect]}[1]`;
}

export function presentSql(field: SqlField): string {
  return field.kind === 'column' ? `(${field.expr}) IS NOT NULL` : field.present;
}

export function isNullSql(field: SqlField): string {
  return field.kind === 'column' ? `(${field.expr}) IS NULL` : field.isNull;
}
