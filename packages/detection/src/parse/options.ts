/** How to read rules. */
export type ParseOptions = {
  /** Values of `%name%` in values with `expand`; wildcards in them count. */
  placeholders?: Readonly<Record<string, readonly string[]>>;
  /** How to report a placeholder without values; its rule is left out either way. Default: error. */
  unresolved?: 'error' | 'warning';
};
