import { tracked } from '@trpc/server';
import {
  DebriefActInput,
  DebriefLiveInput,
  MomentInput,
  RetentionInput,
  SweepInput,
  TeamInput,
  WhatIfInput,
} from './debrief-inputs.ts';
import { ExerciseInput } from './exercise-inputs.ts';
import { stopOf, told } from './streams.ts';
import { signedIn, t } from './trpc.ts';

/** `debrief.*`: what came of exercises, what could have, and what people make of it. */
export const debriefRouter = t.router({
  live: signedIn.input(DebriefLiveInput).subscription(async function* ({ ctx, input, signal }) {
    const { exerciseId, team = null } = input;
    const views = ctx.service.debriefs.live(ctx.user, exerciseId, team, stopOf(signal));
    let n = 0;
    yield* told(views, (view) => tracked(String((n += 1)), view));
  }),
  teams: signedIn
    .input(ExerciseInput)
    .query(({ ctx, input }) => ctx.service.debriefs.teams(ctx.user, input.exerciseId)),
  act: signedIn
    .input(DebriefActInput)
    .mutation(({ ctx, input }) => ctx.service.debriefs.act(ctx.user, input.exerciseId, input.act)),
  refresh: signedIn
    .input(TeamInput)
    .mutation(({ ctx, input }) =>
      ctx.service.debriefs.refresh(ctx.user, input.exerciseId, input.team),
    ),
  whatIf: signedIn
    .input(WhatIfInput)
    .mutation(({ ctx, input: { exerciseId, team, change } }) =>
      ctx.service.debriefs.whatIf(ctx.user, exerciseId, team, change),
    ),
  sweep: signedIn.input(SweepInput).subscription(async function* ({ ctx, input, signal }) {
    const { exerciseId, team } = input;
    const steps = ctx.service.debriefs.sweep(ctx.user, exerciseId, team, stopOf(signal));
    yield* told(steps, (sweep) => tracked(String(sweep.done), sweep));
  }),
  moment: signedIn
    .input(MomentInput)
    .query(({ ctx, input: { exerciseId, team, at } }) =>
      ctx.service.debriefs.moment(ctx.user, exerciseId, team, at),
    ),
  fork: signedIn
    .input(MomentInput)
    .mutation(({ ctx, input: { exerciseId, team, at } }) =>
      ctx.service.debriefs.fork(ctx.user, exerciseId, team, at),
    ),
  send: signedIn
    .input(TeamInput)
    .mutation(({ ctx, input }) =>
      ctx.service.debriefs.send(ctx.user, input.exerciseId, input.team),
    ),
  progress: signedIn.query(({ ctx }) => ctx.service.debriefs.progress(ctx.user)),
  anonymise: signedIn
    .input(ExerciseInput)
    .mutation(({ ctx, input }) => ctx.service.debriefs.anonymise(ctx.user, input.exerciseId)),
  retention: signedIn.query(({ ctx }) => ctx.service.debriefs.retention(ctx.user)),
  setRetention: signedIn
    .input(RetentionInput)
    .mutation(({ ctx, input }) => ctx.service.debriefs.setRetention(ctx.user, input.keepNamesDays)),
});
