import {
  BacktestInput,
  DeployInput,
  FromHuntInput,
  RetireInput,
  RuleNameInput,
  RuleTextInput,
} from './detection-inputs.ts';
import { RunInput } from './inputs.ts';
import { signedIn, t } from './trpc.ts';

/** `rule.*`: the rules of a run: written, tried over the logs, deployed into it. */
export const ruleRouter = t.router({
  list: signedIn
    .input(RunInput)
    .query(({ ctx, input }) => ctx.service.rules.list(ctx.user, input.runId)),
  check: signedIn
    .input(RuleTextInput)
    .query(({ ctx, input }) => ctx.service.rules.check(input.runId, input.text)),
  save: signedIn
    .input(RuleTextInput)
    .mutation(({ ctx, input }) => ctx.service.rules.save(ctx.user, input.runId, input.text)),
  remove: signedIn
    .input(RuleNameInput)
    .mutation(({ ctx, input }) => ctx.service.rules.remove(input.runId, input.name)),
  /** Runs until it is done, its request is aborted, or the same person asks for another. */
  backtest: signedIn
    .input(BacktestInput)
    .query(({ ctx, input, signal }) => ctx.service.rules.backtest(ctx.user, input, signal)),
  preview: signedIn
    .input(RuleTextInput)
    .query(({ ctx, input }) => ctx.service.rules.preview(input.runId, input.text)),
  deploy: signedIn
    .input(DeployInput)
    .mutation(({ ctx, input }) => ctx.service.rules.deploy(ctx.user, input)),
  retire: signedIn
    .input(RetireInput)
    .mutation(({ ctx, input }) => ctx.service.rules.retire(ctx.user, input)),
  fromHunt: signedIn
    .input(FromHuntInput)
    .query(({ ctx, input }) => ctx.service.rules.fromHunt(input)),
});
