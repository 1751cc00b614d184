import { canonicalJson } from '@dwell/core';
import { objectiveTitle } from '../titles.ts';
import { makeSay } from '../say.ts';
import type { ReportSource } from '../types.ts';
import type { Activity, Agent, Result, Statement, Team } from './statement.ts';
import { URL_NAMESPACE, uuidV5 } from './uuid.ts';

/** Verbs and activity types of the ADL vocabulary. */
const VERBS = 'http://adlnet.gov/expapi/verbs/';
const TYPES = 'http://adlnet.gov/expapi/activities/';
const HOME = 'https://dwell.example';

type Verb = 'attempted' | 'completed' | 'answered' | 'scored';
type Told = { actor: Agent | Team; verb: Verb; object: Activity; result: Result };

const scoreOf = (points: number) => ({
  scaled: Math.max(-1, Math.min(1, Math.round(points * 100) / 10_000)),
  raw: Math.round(points * 100) / 100,
  min: 0,
  max: 100,
});

class Teller {
  readonly registration: string;
  readonly exercise: Activity;
  readonly #source: ReportSource;
  readonly #home: string;

  constructor(source: ReportSource, home: string) {
    const { run, title, team, day } = source;
    this.#source = source;
    this.#home = home;
    const identity = [run.scenarioHash, run.seed, run.scale, run.checksum, title, team, day];
    this.registration = uuidV5(URL_NAMESPACE, `dwell:case:${JSON.stringify(identity)}`);
    this.exercise = this.activity(`exercise/${run.scenarioHash}/${run.seed}`, 'simulation', {
      'en-US': source.exercise.en,
      'ko-KR': source.exercise.ko,
    });
  }

  activity(path: string, type: string, name: Activity['definition']['name']): Activity {
    const id = `${this.#home}/${path.split('/').map(encodeURIComponent).join('/')}`;
    return { objectType: 'Activity', id, definition: { type: TYPES + type, name } };
  }

  /** The same person has the same account in every exercise, and nobody can read who it is. */
  agent(person: string): Agent {
    const name = uuidV5(URL_NAMESPACE, `dwell:person:${person}`);
    return { objectType: 'Agent', account: { homePage: this.#home, name } };
  }

  extension(name: string): string {
    return `${this.#home}/xapi/${name}`;
  }

  team(): Team {
    const name = uuidV5(this.registration, 'team');
    const member = this.#source.score.people
      .filter(({ points }) => points !== null)
      .map(({ by }) => this.agent(by));
    return { objectType: 'Group', account: { homePage: this.#home, name }, member };
  }

  statement({ actor, verb, object, result }: Told): Statement {
    const { run, day, language } = this.#source;
    const whole = object.id === this.exercise.id;
    const rest: Omit<Statement, 'id'> = {
      actor,
      verb: { id: VERBS + verb, display: { 'en-US': verb } },
      object,
      result,
      context: {
        registration: this.registration,
        platform: 'Dwell',
        language: language === 'ko' ? 'ko-KR' : 'en-US',
        ...(!whole && { contextActivities: { parent: [this.exercise] } }),
        extensions: {
          [this.extension('scenario')]: run.scenario,
          [this.extension('seed')]: run.seed,
          [this.extension('scale')]: run.scale,
          [this.extension('engine')]: run.engine,
          [this.extension('checksum')]: run.checksum,
        },
      },
      ...(day !== null && { timestamp: `${day}T00:00:00Z` }),
    };
    // Named by what it says: sent again it is the same statement, changed it is another.
    return { id: uuidV5(this.registration, canonicalJson(rest)), ...rest };
  }
}

function people(teller: Teller, { score, history }: ReportSource): Told[] {
  return score.people.flatMap((did): Told[] => {
    if (did.points === null) return [];
    const { queried, proposed, approved, objected, recorded, answered, verdicts } = did;
    const counts = { queried, proposed, approved, objected, recorded, answered, verdicts };
    const extensions = Object.entries(counts).map(([name, n]) => [teller.extension(name), n]);
    return [
      {
        actor: teller.agent(did.by),
        verb: history.ended ? 'completed' : 'attempted',
        object: teller.exercise,
        result: {
          score: scoreOf(did.points),
          completion: history.ended,
          extensions: Object.fromEntries(extensions),
        },
      },
    ];
  });
}

function answers(teller: Teller, { history }: ReportSource): Told[] {
  return history.freezes.flatMap((freeze) =>
    freeze.answers.map(({ by, low, high, confidence }): Told => {
      const question = teller.activity(`question/${freeze.question}`, 'cmi.interaction', {
        'en-US': freeze.question,
      });
      const correctResponsesPattern = [`${freeze.truth}[:]${freeze.truth}`];
      const definition = {
        ...question.definition,
        interactionType: 'numeric' as const,
        correctResponsesPattern,
      };
      return {
        actor: teller.agent(by),
        verb: 'answered',
        object: { ...question, definition },
        result: {
          response: `${low}[:]${high}`,
          success: low <= freeze.truth && freeze.truth <= high,
          extensions: { [teller.extension('confidence')]: confidence },
        },
      };
    }),
  );
}

function ofTeam(teller: Teller, source: ReportSource): Told[] {
  const { score, history } = source;
  const actor = teller.team();
  const { points } = score.official;
  const en = makeSay(history, 'en');
  const ko = makeSay(history, 'ko');
  const whole: Told[] =
    points === null
      ? []
      : [
          {
            actor,
            verb: 'scored',
            object: teller.exercise,
            result: {
              score: scoreOf(points),
              completion: history.ended,
              extensions: { [teller.extension('final')]: score.official.final },
            },
          },
        ];
  const objectives = score.objectives.flatMap(({ objective, given }): Told[] => {
    if (!given) return [];
    const object = teller.activity(`objective/${objective}`, 'objective', {
      'en-US': objectiveTitle(source, en, objective),
      'ko-KR': objectiveTitle(source, ko, objective),
    });
    const success = given.letter === 'P' || given.letter === 'S';
    const extensions = { [teller.extension('letter')]: given.letter };
    return [{ actor, verb: 'scored', object, result: { success, extensions } }];
  });
  return [...whole, ...objectives];
}

/**
 * An exercise as statements of the Experience API: what each person completed and answered alone, what
 * the team scored. People appear under pseudonymous accounts; nothing that anybody wrote is passed on.
 * The same source makes the same statements with the same ids. `home` is the address under which
 * accounts and activities are named.
 */
export function xapi(source: ReportSource, { home = HOME }: { home?: string } = {}): Statement[] {
  const teller = new Teller(source, home.replace(/\/+$/, ''));
  const told = [people, answers, ofTeam].flatMap((part) => part(teller, source));
  return told.map((one) => teller.statement(one));
}
