/** Sentences made from figures, in English. */
export const enSentences = {
  attackStarted: (at: string) => `The attack began on ${at}.`,
  noAttack: 'There was no attack in this run.',
  detected: (at: string, after: string) =>
    `The team detected it on ${at}, ${after} after it began.`,
  notDetected: 'The team did not detect it.',
  firstAlert: (at: string) => `The first alert with the attack behind it came on ${at}.`,
  lost: (accounts: string, before: string) =>
    `${accounts} accounts were lost, ${before} of them before the exercise’s own time began.`,
  lostNone: 'No account was lost.',
  saved: (saved: string, nothing: string) =>
    `On the same seed, doing nothing loses ${nothing}: the team saved ${saved}.`,
  savedNone: (more: string, nothing: string) =>
    `On the same seed, doing nothing loses ${nothing}: the team lost ${more} more than that.`,
  expert: (expert: string) => `The expert loses ${expert}.`,
  contained: (at: string) => `From ${at} on, no forged request succeeded any more.`,
  notContained: 'Forged requests still succeeded at the end.',
  clocks: (met: string, ran: string, late: string) =>
    `Legal clocks that ran: ${ran}; met in time: ${met}; late or missed: ${late}.`,
  noClocks: 'No legal clock ran.',
  papers: (papers: string, findings: string, major: string) =>
    `Papers that went out: ${papers}; flaws that the checker found in them: ${findings}, of which major: ${major}.`,
  cost: (cost: string, hours: string) =>
    `The response cost ${cost} and kept customers out for ${hours} hours in all.`,
  teamScore: (points: string) =>
    `By what was measured alone, the team comes to ${points} of 100 points.`,
  officialFinal: (points: string) => `The official score is ${points} of 100 points.`,
  officialProvisional: (points: string, rated: string, all: string) =>
    `The official score stands at ${points} of 100 points and is provisional: ${rated} of ${all} objectives have been rated.`,
  noScore: 'There is nothing yet from which a score could be made.',
  best: (objective: string, letter: string) => `Strongest objective: ${objective} (${letter}).`,
  worst: (objective: string, letter: string) => `Weakest objective: ${objective} (${letter}).`,
  fewest: (title: string, accounts: string) =>
    `The other choice that tells most: ${title} (${accounts} accounts).`,
  plan: (items: string, complete: string) =>
    `Items in the improvement plan: ${items}; with an owner, a date and a measure: ${complete}.`,
  equation: (sheet: string, terms: string, points: string) => `${sheet} = ${terms} = ${points}`,
  equationNote:
    'Each part is points won of points that could be told. What could not be told is left out of the whole, and the rest is brought to 100.',
  template: (name: string) => `Template: ${name}.`,
  lossNote:
    'Doing nothing, the written plan and the expert are bots that played the same seed from the same start.',
  boundsPending: 'The bounds are still being computed.',
  timelineNote: (shown: string, all: string) =>
    `${shown} of ${all} moments are shown here; the appendix has the log.`,
  evidenceNote:
    'The ids are those of the action log in the appendix: look one up to see the moment.',
  estimatesNote:
    'A range is right when it holds the truth at the time it was written. The score of an interval rewards narrow ranges and charges for a truth that lies outside.',
  noEstimates: 'Nobody wrote an estimate.',
  inside: 'Holds the truth',
  above: 'Too high',
  below: 'Too low',
  clocksNote:
    'Dated training data, not legal advice. A clock starts with awareness: the earliest moment that can be shown, not the moment of declaring.',
  lateBy: (span: string) => `late by ${span}`,
  early: (span: string) => `${span} to spare`,
  noDocuments: 'No paper was filed or issued.',
  noFindings: 'The checker found nothing to object to.',
  wrote: (who: string, at: string, audience: string, ref: string) =>
    `To: ${audience} · ${at} · by ${who} · log ${ref}`,
  noMisses: 'Nothing that was shown was missed.',
  query: (title: string, name: string) => `The query that shows it: ${title} (${name}).`,
  ruleWould: (title: string, name: string) =>
    `The rule that keeps it: ${title} (${name}); it never alerted in this run.`,
  ruleWouldAt: (title: string, name: string, at: string) =>
    `The rule that keeps it: ${title} (${name}); on this seed it alerts on ${at}.`,
  noWhatIfs: 'No other choice has been played yet.',
  whatIfNote:
    'Each line is the same run with one change, simulated again. Figures are differences to what the team did: less is better.',
  publishedNote:
    'Grades: H official text or two independent reports · M one good report · L disputed · A our assumption. The shop of the exercise is invented; only the figures are compared.',
  peopleNote:
    'Credit comes from the action log: who looked, proposed, approved, objected and wrote things down. It does not depend on who pressed the button.',
  suggested: (letter: string) =>
    `Nobody has rated this objective yet. By the measures alone the letter would be: ${letter}.`,
  strengths: 'Strengths',
  gaps: 'Gaps',
  washEmpty: 'Nothing was written down.',
  planEmpty: 'There is no item yet. A plan needs an owner, a date and a measure for each.',
  planNote: (complete: string, all: string) =>
    `With an owner, a date and a measure: ${complete} of ${all}.`,
  carriesNote:
    'Items that carry a rule or a playbook can be exported as a folder of regression tests for “dwell test”.',
  logNote: (shown: string, all: string) =>
    `${shown} of ${all} moments: everything that was done, and everything that is referred to above. The JSON and CSV files have all of them.`,
  logAll: (all: string) => `All ${all} moments of the exercise.`,
  handling: 'Contains the ground truth of the exercise. Not for people who have yet to play it.',
};
