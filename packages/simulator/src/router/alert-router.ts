import { AlertRecordsInput, AssignInput, JudgeInput, ReopenInput } from './detection-inputs.ts';
import { RunInput } from './inputs.ts';
import { signedIn, t } from './trpc.ts';

/** `alert.*`: what the deployed rules raised, and what people made of it. */
export const alertRouter = t.router({
  list: signedIn
    .input(RunInput)
    .query(({ ctx, input }) => ctx.service.alerts.list(ctx.user, input.runId)),
  records: signedIn
    .input(AlertRecordsInput)
    .query(({ ctx, input }) => ctx.service.alerts.records(ctx.user, input)),
  judge: signedIn
    .input(JudgeInput)
    .mutation(({ ctx, input }) => ctx.service.alerts.judge(ctx.user, input)),
  /** Takes a verdict back. */
  reopen: signedIn
    .input(ReopenInput)
    .mutation(({ ctx, input }) => ctx.service.alerts.reopen(ctx.user, input)),
  assign: signedIn
    .input(AssignInput)
    .mutation(({ ctx, input }) => ctx.service.alerts.assign(ctx.user, input)),
});
