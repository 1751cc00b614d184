import { formOf } from '../../exercise/documents/forms.ts';
import type { ExercisePlan } from '../../exercise/types.ts';
import { injectAsItStands, plannedInject } from '../../exercise/world/injects.ts';
import type { ExerciseState } from '../../exercise/world/state.ts';
import { responseById } from '../../response/catalogue.ts';
import type { ResponseParams } from '../../response/types.ts';
import type { ProposedAct } from '../../run/command.ts';
import type { Scenario, Text } from '../../scenario/types.ts';
import { ACT_WORDS, SEVERITIES } from './command-words.ts';
import { quoted, say } from './say.ts';

/** Parameters that are too long to be named, or that mean nothing to a reader. */
const UNSAID = ['text'];

/** What things are called, for sentences. */
export class Titles {
  readonly #scenario: Scenario;
  readonly #plan: ExercisePlan;
  readonly #state: ExerciseState;

  constructor(scenario: Scenario, plan: ExercisePlan, state: ExerciseState) {
    this.#scenario = scenario;
    this.#plan = plan;
    this.#state = state;
  }

  inject(id: string): Text {
    return injectAsItStands(this.#scenario, this.#state, id)?.subject ?? quoted(id);
  }

  /** An option that was answered with. */
  option(inject: string, option: string): Text {
    const options = plannedInject(this.#scenario, inject)?.options;
    return options?.find(({ id }) => id === option)?.text ?? quoted(option);
  }

  response(id: string, params: ResponseParams): Text {
    const { title } = responseById(id);
    const named = Object.entries(params)
      .filter(([name]) => !UNSAID.includes(name))
      .map(([, value]) => String(value));
    if (named.length === 0) return title;
    return say(ACT_WORDS.respondWith, { what: title, params: named.join(', ') });
  }

  /** A document, or the rule under which nothing was written. */
  paper(form: string | undefined, rule: string): Text {
    if (form !== undefined) return formOf(form)?.title ?? quoted(form);
    const rules = (this.#plan.laws ?? []).flatMap((law) => law.rules);
    return rules.find(({ id }) => id === rule)?.title ?? quoted(rule);
  }

  act(act: ProposedAct): Text {
    switch (act.do) {
      case 'respond':
        return this.response(act.response, act.params);
      case 'declare':
        return say(ACT_WORDS.declare, {
          severity: SEVERITIES[act.severity] ?? act.severity,
        });
      case 'file':
        return say(ACT_WORDS.file, { what: this.paper(act.document?.form, act.rule) });
      case 'issue':
        return say(ACT_WORDS.issue, { what: this.paper(act.document.form, '') });
      case 'decide': {
        const decision = this.#plan.decisions.find(({ id }) => id === act.decision);
        const option = decision?.options.find(({ id }) => id === act.option);
        return say(ACT_WORDS.decide, {
          question: decision?.title ?? act.decision,
          option: option?.text ?? act.option,
        });
      }
    }
  }
}

/** What an act is about, by the name that cards and histories have for it. */
export function subjectOfAct(act: ProposedAct): string {
  switch (act.do) {
    case 'respond':
      return act.response;
    case 'declare':
      return 'declare';
    case 'file':
      return act.document?.form ?? act.rule;
    case 'issue':
      return act.document.form;
    case 'decide':
      return act.decision;
  }
}
