import { ActInput, DeclareInput, PreviewInput, RunInput, WithdrawInput } from './inputs.ts';
import { signedIn, t } from './trpc.ts';

/** `response.*`: what the team can do, what it would cost, and doing it. */
export const responseRouter = t.router({
  catalogue: signedIn
    .input(RunInput)
    .query(({ ctx, input }) => ctx.service.responseCatalogue(input.runId)),
  preview: signedIn
    .input(PreviewInput)
    .query(({ ctx, input }) =>
      ctx.service.responsePreview(input.runId, input.response, input.params),
    ),
  act: signedIn
    .input(ActInput)
    .mutation(({ ctx, input }) => ctx.service.act(ctx.user, input.runId, input)),
  withdraw: signedIn
    .input(WithdrawInput)
    .mutation(({ ctx, input }) => ctx.service.withdraw(ctx.user, input.runId, input.sequence)),
  /** Declares an incident; legal clocks run from then at the latest. */
  declare: signedIn
    .input(DeclareInput)
    .mutation(({ ctx, input }) => ctx.service.declare(ctx.user, input.runId, input)),
});
