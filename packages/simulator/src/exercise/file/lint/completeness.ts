import type { OptionFile } from '../exercise-schema.ts';
import type { Linted } from './lint-exercise.ts';

type Path = readonly PropertyKey[];

/** Objectives with evidence, options with a price, texts in both languages. */
export function checkCompleteness(linted: Linted): void {
  const { file, plan, list } = linted;
  const named = new Set(
    [...plan.injects, ...plan.decisions].flatMap((each) => [...each.objectives]),
  );
  plan.objectives.forEach(({ id }, i) => {
    if (named.has(id)) return;
    const hint = 'name it in the objectives of an inject or a decision';
    list.add(['objectives', i], `nothing gives evidence for ${id}`, hint, {
      code: 'EXERCISE_OBJECTIVE',
    });
  });
  (file.injects ?? []).forEach((inject, i) => {
    checkOptions(inject.options ?? [], ['injects', i, 'options'], linted);
  });
  (file.decisions ?? []).forEach((decision, i) => {
    checkOptions(decision.options, ['decisions', i, 'options'], linted);
  });
  checkLanguages(file, [], linted);
}

function checkOptions(options: readonly OptionFile[], path: Path, { list }: Linted): void {
  options.forEach((option, i) => {
    if (option.price || (option.effects && option.effects.length > 0)) return;
    const hint = 'say what it costs, or what it brings';
    list.add([...path, i], `option "${option.id}" has neither price nor effect`, hint, {
      code: 'EXERCISE_OPTION',
    });
  });
}

const HANGUL = /\p{Script=Hangul}/u;
const LETTERS = /\p{Letter}{2}/u;

/** The English is not Korean, and the Korean is. */
function checkLanguages(value: unknown, path: Path, linted: Linted): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && 'en' in value && 'ko' in value) {
    const { en, ko } = value as { en: string; ko: string };
    const missing = !HANGUL.test(ko) && LETTERS.test(ko) ? 'ko' : HANGUL.test(en) ? 'en' : null;
    if (missing === null) return;
    const [what, todo] =
      missing === 'ko'
        ? ['the Korean text is not Korean', 'translate it']
        : ['the English text is Korean', 'translate it'];
    linted.list.add([...path, missing], what, todo, { code: 'EXERCISE_LANGUAGE' });
    return;
  }
  for (const [key, part] of Object.entries(value)) {
    checkLanguages(part, [...path, Array.isArray(value) ? Number(key) : key], linted);
  }
}
