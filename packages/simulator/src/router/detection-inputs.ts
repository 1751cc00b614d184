import { z } from 'zod';
import { Limit, QUERY_MAX_CHARS, Role, run, SimTimeInput } from './inputs.ts';

/** Bounds of rules and of what is asked about alerts. */
export const RULE_MAX_CHARS = 65_536;
export const ALERTS_AT_ONCE_MAX = 500;

const RuleText = z.string().min(1).max(RULE_MAX_CHARS, 'a rule may have 64 kB of text');
const RuleName = z.string().min(1).max(120);

export const RuleTextInput = z.object({ ...run, text: RuleText });
export const RuleNameInput = z.object({ ...run, name: RuleName });
export const BacktestInput = z.object({
  ...run,
  text: RuleText,
  from: SimTimeInput.optional(),
  to: SimTimeInput.optional(),
});
export const DeployInput = z.object({ ...run, text: RuleText, as: Role });
export const RetireInput = z.object({ ...run, name: RuleName, as: Role });
export const FromHuntInput = z.object({
  ...run,
  table: z.string().regex(/^[a-z_]{1,40}$/),
  query: z.string().max(QUERY_MAX_CHARS),
  title: z.string().trim().min(1).max(120).optional(),
});

const AlertId = z.string().regex(/^[^\s/][^/]{0,119}\/\d{1,9}$/, 'this is not the id of an alert');
const AlertIds = z.array(AlertId).min(1).max(ALERTS_AT_ONCE_MAX);

export const AlertRecordsInput = z.object({ ...run, id: AlertId, limit: Limit });
export const JudgeInput = z.object({
  ...run,
  ids: AlertIds,
  verdict: z.enum(['true', 'false', 'benign']),
  note: z.string().trim().max(2_000).optional(),
  as: Role,
});
export const ReopenInput = z.object({ ...run, ids: AlertIds, as: Role });
export const AssignInput = z.object({
  ...run,
  ids: AlertIds,
  /** Null: nobody. */
  to: z.string().trim().min(1).max(120).nullable(),
  as: Role,
});
