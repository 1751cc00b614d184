/** A condition in SQL, or its value when that is known beforehand. */
export type Sql = string | boolean;

/** A text as an SQL expression. */
export function literal(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  // A statement ends at its first NUL.
  return quoted.includes('\0') ? `(${quoted.replaceAll('\0', "'||chr(0)||'")})` : quoted;
}

/** A finite number as a DOUBLE. */
export function double(value: number): string {
  return `'${value}'::DOUBLE`;
}

/** A condition as SQL text. */
export function sqlText(condition: Sql): string {
  return typeof condition === 'string' ? condition : condition ? 'true' : 'false';
}

/** `body` with a name for an expression in it, so that this is written and worked out once. */
export function bound(name: string, expr: string, body: string): string {
  return `list_transform([${expr}], lambda ${name}: ${body})[1]`;
}

/**
 * Conditions are true or not: NULL counts as false, as in WHERE. AND and OR keep to that by themselves,
 * so that only `not` has to say so.
 */
export function and(conditions: readonly Sql[]): Sql {
  return joined(conditions, ' AND ', true);
}

export function or(conditions: readonly Sql[]): Sql {
  return joined(conditions, ' OR ', false);
}

/** True where the condition is false or NULL. */
export function not(condition: Sql): Sql {
  return typeof condition === 'string' ? `(${condition}) IS NOT TRUE` : !condition;
}

function joined(conditions: readonly Sql[], operator: string, neutral: boolean): Sql {
  const texts = new Set<string>();
  for (const condition of conditions) {
    if (typeof condition === 'string') texts.add(condition);
    else if (condition !== neutral) return condition;
  }
  if (texts.size === 0) return neutral;
  return texts.size === 1 ? [...texts][0]! : [...texts].map((text) => `(${text})`).join(operator);
}
