import { projectKeys, projectStaff } from '../host/projection.ts';
import { CustomerInput, CustomersInput, RunInput } from './inputs.ts';
import { signedIn, t } from './trpc.ts';

/** `shop.*`: the fake shop itself, as the run's state has it. */
export const shopRouter = t.router({
  organisation: signedIn
    .input(RunInput)
    .query(async ({ ctx, input }) =>
      projectStaff(ctx.user, await ctx.service.organisation(input.runId)),
    ),
  keys: signedIn.input(RunInput).query(async ({ ctx, input }) => {
    const { service, user } = ctx;
    const [keys, staff] = await Promise.all([
      service.keys(input.runId),
      user.sight ? service.organisation(input.runId) : [],
    ]);
    return projectKeys(user, keys, staff);
  }),
  gates: signedIn.input(RunInput).query(({ ctx, input }) => ctx.service.gates(input.runId)),
  customers: signedIn.input(CustomersInput).query(({ ctx, input }) => ctx.service.customers(input)),
  customer: signedIn.input(CustomerInput).query(({ ctx, input }) => ctx.service.customer(input)),
  catalogue: signedIn.query(({ ctx }) => ctx.service.catalogue()),
});
