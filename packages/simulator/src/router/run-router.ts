import { tracked } from '@trpc/server';
import { projectRun } from '../host/projection.ts';
import { toTrpcError } from './errors.ts';
import {
  ClockInput,
  CreateRunInput,
  EstimateInput,
  EventsInput,
  ForkInput,
  HoursInput,
  LiveInput,
  RunInput,
} from './inputs.ts';
import { instructorOnly, signedIn, t } from './trpc.ts';

/** `run.*`: making runs, driving their clocks, watching them. */
export const runRouter = t.router({
  scenarios: instructorOnly.query(({ ctx }) => ctx.service.scenarios(ctx.user)),
  estimate: instructorOnly
    .input(EstimateInput)
    .query(({ ctx, input }) => ctx.service.estimate(input)),
  create: instructorOnly
    .input(CreateRunInput)
    .mutation(({ ctx, input }) => ctx.service.createRun(ctx.user, input)),
  list: instructorOnly.query(({ ctx }) => ctx.service.listRuns()),
  get: signedIn
    .input(RunInput)
    .query(async ({ ctx, input }) => projectRun(ctx.user, await ctx.service.getRun(input.runId))),
  clock: instructorOnly
    .input(ClockInput)
    .mutation(({ ctx, input }) => ctx.service.clock(input.runId, input)),
  fork: instructorOnly
    .input(ForkInput)
    .mutation(({ ctx, input }) => ctx.service.fork(ctx.user, input.runId, input.at)),
  remove: instructorOnly
    .input(RunInput)
    .mutation(({ ctx, input }) => ctx.service.removeRun(input.runId)),
  cancelBuild: instructorOnly
    .input(RunInput)
    .mutation(({ ctx, input }) => ctx.service.cancelBuild(input.runId)),
  retryBuild: instructorOnly
    .input(RunInput)
    .mutation(({ ctx, input }) => ctx.service.retryBuild(input.runId)),
  situation: signedIn
    .input(RunInput)
    .query(({ ctx, input }) => ctx.service.situation(ctx.user, input.runId)),
  hours: signedIn
    .input(HoursInput)
    .query(({ ctx, input }) => ctx.service.hours(ctx.user, input.runId, input)),
  events: signedIn
    .input(EventsInput)
    .query(({ ctx, input }) => ctx.service.events(ctx.user, input.runId, input.after ?? null)),
  /** The one multiplexed stream of a run: listen, backfill what the last id has not seen, tail. */
  live: signedIn.input(LiveInput).subscription(async function* ({ ctx, input, signal }) {
    const stop = signal ?? new AbortController().signal;
    try {
      for await (const item of ctx.service.live(
        ctx.user,
        input.runId,
        input.lastEventId ?? null,
        stop,
      )) {
        yield tracked(item.id, item.message);
      }
    } catch (error) {
      throw toTrpcError(error);
    }
  }),
});
