import type { Template } from '@dwell/scoring';

/** A template with another name whose numbers may be changed: never one that ships. */
export function ownTemplate(template: Template, title: { en: string; ko: string }): Template {
  return template.name === 'own' ? template : { ...template, name: 'own', title };
}

/** With another weight of a group. */
export function weighGroup(template: Template, group: string, weight: number): Template {
  return {
    ...template,
    groups: template.groups.map((each) => (each.id === group ? { ...each, weight } : each)),
  };
}

/** With another weight of a term within its group. */
export function weighTerm(
  template: Template,
  group: string,
  term: number,
  weight: number,
): Template {
  return {
    ...template,
    groups: template.groups.map((each) =>
      each.id === group
        ? { ...each, terms: each.terms.map((of, at) => (at === term ? { ...of, weight } : of)) }
        : each,
    ),
  };
}

/** The number a field holds; null while it is none that counts. */
export function weightOf(text: string): number | null {
  const value = Number(text.replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(value) && value >= 0 && value <= 1000 ? value : null;
}
