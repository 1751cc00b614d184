/** Something is wrong that people can put right: what, where, and how. */
export class KeepError extends Error {
  constructor(what, where, todo) {
    super(what);
    this.what = what;
    this.where = where;
    this.todo = todo;
  }
}
