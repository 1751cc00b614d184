/** Something to mend, as the hot wash left it or the instructor wrote it since. */
export type Improvement = {
  id: string;
  /** What will be different. */
  text: string;
  /** Who, by name or post; empty: nobody yet. */
  owner: string;
  /** A day such as `2026-12-24`; null: none yet. */
  due: string | null;
  /** How one will know that it is done. */
  measure: string;
  status: 'open' | 'doing' | 'done' | 'dropped';
  objective: string | null;
  /** Who wrote it down: a person's id. */
  by: string;
  /** A lesson that becomes a regression test: a rule's or a playbook's text. */
  carries: { kind: 'rule' | 'playbook'; name: string; text: string } | null;
};

/** A line of the hot wash. */
export type WashLine = { id: string; kind: 'strength' | 'gap'; text: string; by: string };

/** Has it all that makes it a plan: somebody, a day, a measure? */
export function isComplete({ text, owner, due, measure }: Improvement): boolean {
  return [text, owner, due ?? '', measure].every((each) => each.trim() !== '');
}
