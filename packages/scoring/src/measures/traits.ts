import type { MeasureId, Unit } from '../score.ts';

type Traits = { unit: Unit; better: 'lower' | 'higher'; objective: string | null };

const lower = (unit: Unit, objective: string | null): Traits => ({
  unit,
  better: 'lower',
  objective,
});

const higher = (unit: Unit, objective: string | null): Traits => ({
  unit,
  better: 'higher',
  objective,
});

/**
 * Unit, direction and objective of every measure, in the order in which they are shown. Objectives are
 * those of the shipped exercises: O1 detect, O2 command, O3 contain, O4 scope, O5 notify, O6 protect, O7 learn.
 */
export const MEASURES: Readonly<Record<MeasureId, Traits>> = {
  'first-hypothesis': lower('minute', 'O1'),
  'time-to-detect': lower('ms', 'O1'),
  'dwell-time': lower('ms', 'O1'),
  'triage-precision': higher('share', 'O1'),
  'triage-recall': higher('share', 'O1'),
  'alert-load': lower('count', 'O1'),
  hints: lower('count', 'O1'),
  'time-to-command': lower('minute', 'O2'),
  'decisions-logged': higher('share', 'O2'),
  contradictions: lower('count', 'O2'),
  'injects-missed': lower('count', null),
  'loss-ratio': lower('times', 'O3'),
  'accounts-lost': lower('accounts', 'O3'),
  'accounts-saved': higher('accounts', 'O3'),
  'time-to-contain': lower('ms', 'O3'),
  'residual-forged': lower('count', 'O3'),
  'outage-hours': lower('hours', 'O3'),
  cost: lower('won', null),
  'hold-delay': lower('ms', 'O4'),
  'interval-hit': higher('share', 'O4'),
  'interval-score': lower('points', 'O4'),
  'revision-delay': lower('ms', 'O4'),
  alignment: higher('share', null),
  calibration: lower('points', null),
  'time-to-notify': lower('ms', 'O5'),
  'clocks-met': higher('share', 'O5'),
  'clocks-late': lower('count', 'O5'),
  'items-omitted': lower('count', 'O5'),
  minimising: lower('count', 'O5'),
  'guidance-lag': lower('ms', 'O6'),
  'secondary-harm': lower('count', 'O6'),
  fixes: higher('count', 'O7'),
  'rules-kept': higher('count', 'O7'),
};
