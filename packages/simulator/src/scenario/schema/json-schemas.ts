import { z } from 'zod';
import { JurisdictionFile } from '../../exercise/clocks/jurisdiction-schema.ts';
import { ExerciseFile, ExercisePartFile } from '../../exercise/file/exercise-schema.ts';
import { BundleDocument } from './bundle-schema.ts';
import { CaseDocument } from './case-schema.ts';
import { CompareReport } from './compare-report-schema.ts';
import { ExpectationsFile } from './expectations-schema.ts';
import { LintReport } from './lint-report-schema.ts';
import { MatchReport } from './match-report-schema.ts';
import { PlaybookFile } from './playbook-schema.ts';
import {
  BenchReport,
  ExportReport,
  ReportReport,
  ScoreReport,
  VerifyReport,
} from './report-schemas.ts';
import { ScenarioFile } from './scenario-schema.ts';
import { RunSummaryDocument } from './summary-schema.ts';
import { TestReport } from './test-report-schema.ts';

const SOURCES: { readonly [name: string]: { schema: z.ZodType; title: string } } = {
  scenario: { schema: ScenarioFile, title: 'Scenario file' },
  playbook: { schema: PlaybookFile, title: 'Playbook file' },
  exercise: { schema: ExerciseFile, title: 'Exercise file' },
  'exercise-part': { schema: ExercisePartFile, title: 'Part of exercise files' },
  jurisdiction: { schema: JurisdictionFile, title: 'Jurisdiction file' },
  expectations: { schema: ExpectationsFile, title: 'Expectations file' },
  'run-summary': { schema: RunSummaryDocument, title: 'Output of dwell run --json' },
  bundle: { schema: BundleDocument, title: 'bundle.json of dwell run --out' },
  case: { schema: CaseDocument, title: 'Case of a debrief: a bundle with the exercise around it' },
  'test-report': { schema: TestReport, title: 'Output of dwell test --json' },
  'compare-report': { schema: CompareReport, title: 'Output of dwell compare --json' },
  'match-report': { schema: MatchReport, title: 'Output of dwell match --json' },
  'lint-report': { schema: LintReport, title: 'Output of dwell lint --json' },
  'verify-report': { schema: VerifyReport, title: 'Output of dwell verify --json' },
  'score-report': { schema: ScoreReport, title: 'Output of dwell score --json' },
  'report-report': { schema: ReportReport, title: 'Output of dwell report --json' },
  'export-report': { schema: ExportReport, title: 'Output of dwell export --json' },
  'bench-report': { schema: BenchReport, title: 'Output of dwell bench --json' },
};

/** Text of every shipped JSON schema (draft 2020-12), by file name. */
export function jsonSchemas(): { readonly [file: string]: string } {
  return Object.fromEntries(
    Object.entries(SOURCES).map(([name, { schema, title }]) => {
      const json = z.toJSONSchema(schema, { io: 'input' });
      return [`${name}.schema.json`, `${JSON.stringify({ ...json, title }, null, 2)}\n`];
    }),
  );
}
