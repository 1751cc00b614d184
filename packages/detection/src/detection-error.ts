/**
 * A fault that is no `Problem` of a rule file: bad input to a function, or more than a stated bound.
 * `what` is wrong, `where` it stands, `todo` mends it; `code` is stable, for programs.
 */
export class DetectionError extends Error {
  override readonly name = 'DetectionError';
  readonly code: string;
  readonly what: string;
  readonly where: string;
  readonly todo: string;

  constructor(code: string, parts: { what: string; where: string; todo: string }) {
    super(`${parts.what} · ${parts.where} · ${parts.todo}`);
    this.code = code;
    this.what = parts.what;
    this.where = parts.where;
    this.todo = parts.todo;
  }
}
