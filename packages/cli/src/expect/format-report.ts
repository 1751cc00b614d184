import type { Case, Report, Suite } from './report.ts';

const WORD = { passed: 'ok', warned: 'WARN', failed: 'FAIL', error: 'ERROR' } as const;

/** A report for people: a block a file, a line a case, below it what failed and how to repeat it. */
export function formatReport(report: Report): string {
  const { passed, failed, errors, cached, seconds } = report;
  const wrong = [`${failed} failed`, ...(errors > 0 ? [`${errors} could not run`] : [])].join(', ');
  const kept = cached > 0 ? `, ${cached} from the cache` : '';
  return [
    ...report.suites.flatMap(suiteLines),
    `${passed} passed, ${wrong} in ${seconds.toFixed(1)} s${kept}`,
    '',
  ].join('\n');
}

function suiteLines(suite: Suite): string[] {
  const width = Math.max(0, ...suite.cases.map((each) => each.name.length));
  const on = suite.enrichments.length === 0 ? 'none' : suite.enrichments.join(',');
  const head = `${suite.file}: ${suite.scenario} 1:${suite.scale}, playbook ${suite.playbook}, enrichments ${on}`;
  return [head, ...suite.cases.flatMap((each) => caseLines(each, width)), ''];
}

function caseLines(one: Case, width: number): string[] {
  const line =
    `  ${WORD[one.status].padEnd(5)} ${one.name.padEnd(width)}  ${figures(one)}`.trimEnd();
  if (one.message === null) return [line];
  const lines = [...one.message.split('\n'), `repeat: ${one.repeat}`];
  return [line, ...lines.map((text) => `          ${text}`)];
}

function figures({ alerts }: Case): string {
  if (alerts === null) return '';
  if (alerts.count === 0) return 'no alert';
  const first = alerts.first_true_at ?? alerts.first_at!;
  const lost = alerts.records_lost_before_scaled;
  const parts = [
    `${alerts.count} alert${alerts.count === 1 ? '' : 's'}`,
    ...(alerts.benign > 0 ? [`${alerts.benign} benign`] : []),
    `first ${first.slice(0, 16)}`,
    ...(lost === null ? [] : [`${lost} lost before`]),
  ];
  return parts.join(', ');
}
