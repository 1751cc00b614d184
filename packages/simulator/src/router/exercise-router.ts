import { tracked } from '@trpc/server';
import type { ExerciseService } from '../host/exercise-service.ts';
import type { SimulatorService } from '../host/service.ts';
import {
  ClockInput,
  ControlInput,
  DoorInput,
  ExerciseInput,
  InviteInput,
  LiveInput,
  PersonInput,
  PlayInput,
  RewindInput,
  RoomActInput,
  SettingsInput,
  ShoulderInput,
  SitInput,
} from './exercise-inputs.ts';
import { RunInput } from './inputs.ts';
import { stopOf, told } from './streams.ts';
import { atTheDoor, instructorOnly, signedIn, t } from './trpc.ts';

/** `exercise.*`: making and leading exercises, coming in, sitting down and playing. */
export const exerciseRouter = t.router({
  shelf: instructorOnly.query(({ ctx }) => of(ctx).shelf()),
  card: signedIn
    .input(ExerciseInput)
    .query(({ ctx, input }) => of(ctx).card(ctx.user, input.exerciseId)),
  forms: signedIn.query(({ ctx }) => of(ctx).forms()),
  create: instructorOnly
    .input(SettingsInput)
    .mutation(({ ctx, input }) => of(ctx).create(ctx.user, input)),
  list: instructorOnly.query(({ ctx }) => of(ctx).list(ctx.user)),
  disk: instructorOnly.query(({ ctx }) => of(ctx).disk(ctx.user)),
  remove: instructorOnly
    .input(ExerciseInput)
    .mutation(({ ctx, input }) => of(ctx).remove(ctx.user, input.exerciseId)),

  desk: signedIn
    .input(ExerciseInput)
    .query(({ ctx, input }) => of(ctx).desk(ctx.user, input.exerciseId)),
  deskLive: signedIn.input(ExerciseInput).subscription(async function* ({ ctx, input, signal }) {
    const items = of(ctx).deskLive(ctx.user, input.exerciseId, stopOf(signal));
    yield* told(items, ({ id, desk }) => tracked(id, desk));
  }),
  act: signedIn
    .input(RoomActInput)
    .mutation(({ ctx, input }) => of(ctx).act(ctx.user, input.exerciseId, input.act)),
  clock: signedIn
    .input(ClockInput)
    .mutation(({ ctx, input }) => of(ctx).clock(ctx.user, input.exerciseId, input.request)),
  control: signedIn
    .input(ControlInput)
    .mutation(({ ctx, input }) =>
      of(ctx).control(ctx.user, input.exerciseId, input.team, input.act),
    ),
  rewind: signedIn
    .input(RewindInput)
    .mutation(({ ctx, input }) => of(ctx).rewind(ctx.user, input.exerciseId, input.team, input.at)),
  reset: signedIn
    .input(ExerciseInput)
    .mutation(({ ctx, input }) => of(ctx).reset(ctx.user, input.exerciseId)),
  seatLink: signedIn
    .input(PersonInput)
    .mutation(({ ctx, input }) => of(ctx).seatLink(ctx.user, input.exerciseId, input.person)),
  invite: signedIn
    .input(InviteInput)
    .mutation(({ ctx, input }) => of(ctx).invite(ctx.user, input.exerciseId, input)),
  shoulder: signedIn.input(ShoulderInput).subscription(async function* ({ ctx, input, signal }) {
    const { exerciseId, person, lastEventId = null } = input;
    const items = of(ctx).shoulder(ctx.user, exerciseId, person, lastEventId, stopOf(signal));
    yield* told(items, ({ id, message }) => tracked(id, message));
  }),

  /** Nobody has signed in yet: who knows the code sees the teams and seats. */
  door: atTheDoor.input(DoorInput).query(({ ctx, input }) => of(ctx).door(input.code)),
  seatOf: signedIn.input(RunInput).query(({ ctx, input }) => of(ctx).seatOf(ctx.user, input.runId)),
  sit: signedIn
    .input(SitInput)
    .mutation(({ ctx, input }) => of(ctx).sit(ctx.user, input.exerciseId, input.act)),
  play: signedIn
    .input(PlayInput)
    .mutation(({ ctx, input }) => of(ctx).play(ctx.user, input.exerciseId, input.act)),
  live: signedIn.input(LiveInput).subscription(async function* ({ ctx, input, signal }) {
    const { exerciseId, lastEventId = null } = input;
    const items = of(ctx).live(ctx.user, exerciseId, lastEventId, stopOf(signal));
    yield* told(items, ({ id, message }) => tracked(id, message));
  }),
});

function of({ service }: { service: SimulatorService }): ExerciseService {
  return service.exercises;
}
