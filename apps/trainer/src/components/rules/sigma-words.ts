/** Words of the Sigma specification 2.1 that an author may write, by where they stand. */
export const TOP_KEYS = [
  'title',
  'name',
  'id',
  'status',
  'description',
  'references',
  'author',
  'date',
  'tags',
  'logsource',
  'detection',
  'correlation',
  'fields',
  'falsepositives',
  'level',
  'dwell',
] as const;

export const LEVELS = ['informational', 'low', 'medium', 'high', 'critical'] as const;
export const STATUSES = ['stable', 'test', 'experimental', 'deprecated', 'unsupported'] as const;

export const MODIFIERS = [
  'contains',
  'startswith',
  'endswith',
  'all',
  'cased',
  'exists',
  'neq',
  're',
  'cidr',
  'lt',
  'lte',
  'gt',
  'gte',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'fieldref',
  'base64',
  'base64offset',
  'wide',
  'windash',
  'expand',
] as const;

export const CORRELATION_KEYS = [
  'type',
  'rules',
  'group-by',
  'timespan',
  'condition',
  'aliases',
  'generate',
] as const;

export const CORRELATION_TYPES = [
  'event_count',
  'value_count',
  'value_sum',
  'value_avg',
  'value_percentile',
  'value_median',
  'temporal',
  'temporal_ordered',
] as const;

export const BOUND_KEYS = ['gte', 'gt', 'lte', 'lt', 'eq', 'neq', 'field'] as const;
export const TIMESPANS = ['10m', '1h', '6h', '24h', '7d'] as const;
export const DWELL_KEYS = ['rationale', 'quiet', 'samples', 'teaching'] as const;

/** Techniques of the shipped scenarios, as tags. */
export const TECHNIQUE_TAGS = [
  'attack.t1606',
  'attack.t1550.001',
  'attack.t1528',
  'attack.t1552.004',
  'attack.t1078',
  'attack.t1213',
  'attack.t1119',
  'attack.t1087',
  'attack.t1020',
  'attack.t1030',
  'attack.t1029',
  'attack.t1567',
  'attack.t1090',
  'attack.t1657',
] as const;
