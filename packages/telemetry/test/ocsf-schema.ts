type Attribute = {
  type: string;
  requirement?: string;
  is_array?: boolean;
  profile?: string;
  enum?: Record<string, unknown>;
};
type Shape = {
  attributes: Record<string, Attribute>;
  constraints?: { at_least_one?: string[]; just_one?: string[] };
};
type Scalar = {
  type?: string;
  regex?: string;
  range?: [number, number];
  max_len?: number;
  values?: unknown[];
};

/** The resolved reference schema, as far as it is used here. */
export type OcsfSchema = {
  types: Record<string, Scalar>;
  classes: Record<string, Shape & { class_uid: number }>;
  objects: Record<string, Shape>;
};

const INTEGERS = new Set(['integer_t', 'long_t', 'timestamp_t', 'port_t']);

function scalarProblem(schema: OcsfSchema, type: string, value: unknown): string | null {
  const scalar = schema.types[type];
  if (!scalar || type === 'json_t') return null;
  if (INTEGERS.has(type)) {
    if (!Number.isSafeInteger(value)) return 'is no integer';
    const [low, high] = scalar.range ?? [-Infinity, Infinity];
    return (value as number) < low || (value as number) > high ? 'is out of range' : null;
  }
  if (type === 'boolean_t') return typeof value === 'boolean' ? null : 'is no boolean';
  if (type === 'float_t') return typeof value === 'number' ? null : 'is no number';
  if (typeof value !== 'string') return 'is no text';
  if (scalar.max_len && value.length > scalar.max_len) return 'is too long';
  return scalar.regex && !new RegExp(scalar.regex).test(value)
    ? `"${value}" does not match ${type}`
    : null;
}

function checkShape(
  schema: OcsfSchema,
  shape: Shape,
  value: Record<string, unknown>,
  path: string,
  profiles: readonly string[],
): string[] {
  const problems: string[] = [];
  const declared = (a: Attribute) => a.profile === undefined || profiles.includes(a.profile);
  for (const [name, attribute] of Object.entries(shape.attributes)) {
    if (attribute.requirement === 'required' && declared(attribute) && value[name] === undefined) {
      problems.push(`${path}.${name} is missing`);
    }
  }
  const oneOf = shape.constraints?.at_least_one;
  if (oneOf && !oneOf.some((name) => value[name] !== undefined))
    problems.push(`${path} needs one of ${oneOf.join(', ')}`);
  for (const [name, child] of Object.entries(value)) {
    const attribute = shape.attributes[name];
    const at = `${path}.${name}`;
    if (!attribute) problems.push(`${at} is unknown`);
    else if (!declared(attribute)) problems.push(`${at} needs the profile ${attribute.profile}`);
    else if (name !== 'unmapped')
      problems.push(...checkAttribute(schema, attribute, child, at, profiles));
  }
  return problems;
}

function checkAttribute(
  schema: OcsfSchema,
  attribute: Attribute,
  value: unknown,
  path: string,
  profiles: readonly string[],
): string[] {
  if (Array.isArray(value) !== Boolean(attribute.is_array)) {
    return [`${path} ${attribute.is_array ? 'must be' : 'must not be'} a list`];
  }
  const problems: string[] = [];
  for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
    const object = schema.objects[attribute.type];
    if (object)
      problems.push(...checkShape(schema, object, item as Record<string, unknown>, path, profiles));
    const wrong = scalarProblem(schema, attribute.type, item);
    if (wrong) problems.push(`${path} ${wrong}`);
    if (
      attribute.enum &&
      INTEGERS.has(attribute.type) &&
      !/category_uid|class_uid|type_uid/.test(path)
    ) {
      if (attribute.enum[String(item)] === undefined)
        problems.push(`${path} ${String(item)} is not in its list`);
    }
  }
  return problems;
}

/** Everything a record gets wrong by the full schema. */
export function checkAgainstSchema(schema: OcsfSchema, record: Record<string, unknown>): string[] {
  const found = Object.entries(schema.classes).find(([, c]) => c.class_uid === record['class_uid']);
  if (!found) return [`class ${String(record['class_uid'])} is unknown`];
  const metadata = record['metadata'] as { profiles?: string[] } | undefined;
  return checkShape(schema, found[1], record, found[0], metadata?.profiles ?? []);
}
