import type { Credit } from '../../score.ts';

/** Words of a certificate and of a class report, in English. */
export const enPapers = {
  certificate: {
    title: 'Certificate of participation',
    says: 'took part in an exercise on a simulated breach of an online shop, in the role and with the objectives named below.',
    objectives: 'Objectives practised',
    did: 'By the action log',
    signed: 'Signature',
    counts: (did: Credit) =>
      `queries ${did.queried} · proposals ${did.proposed} · approvals ${did.approved} · objections ${did.objected} · records ${did.recorded} · answers ${did.answered} · alerts judged ${did.verdicts}`,
    note: 'Shop, people and networks of the exercise are invented. Whoever has the run’s bundle can replay it to this checksum.',
  },
  classReport: {
    title: 'Class report',
    about: (teams: string) =>
      `${teams} teams, in the order of their names: a first attempt is not ranked by its outcome. Read the process first, then what came of it.`,
    letters: 'Ratings by objective',
    lettersNote: 'In brackets: suggested by the measures, not yet rated by an evaluator.',
    outcome: 'What came of it',
    measures: 'Measures side by side',
    loss: 'Accounts lost by each team',
    same: 'All teams played the same scenario with the same seed: differences are theirs.',
    differ:
      'The teams did not play the same scenario and seed: figures of the outcome cannot be compared.',
    points: 'Points by part of the score',
    place: 'Place',
    unranked: {
      'first-time': 'The template puts first-time classes in no order.',
      'other-templates': 'Teams were scored by different templates, so they are put in no order.',
      'outcome-alone':
        'Nothing but the outcome could be told for some team, so they are put in no order.',
      'too-few': 'There are too few teams with points to put them in an order.',
    },
    gaps: 'Gaps that teams named',
    plan: 'Improvements that teams planned',
    empty: 'No team has finished yet.',
  },
  lessons: {
    title: 'Lessons of an exercise, as tests',
    about: (scenario: string, seed: string, scale: string) =>
      `Each file here comes from an item of the improvement plan. The expectations play scenario \`${scenario}\` with seed ${seed} at scale 1:${scale} again: a rule must still alert, and no later than it did; a playbook may not lose more than the team lost.`,
    use: (
      folders: string,
    ) => `Put the folder into a repository in which the \`dwell\` command is installed, then:

    npx dwell lint ${folders}
    npx dwell test expectations/*.yml

A build server does the same with \`.github/workflows/lessons.yml\`. A scenario that does not come with the command must be put beside the expectations, which then name its file.`,
    rulesFile:
      'Rules that the team kept: each must still alert, and no later than it did in the exercise.',
    playbookFile: 'A playbook that the team kept: it may not lose more accounts than the team did.',
  },
};
