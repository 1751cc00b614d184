import { projectTables } from '../host/projection.ts';
import { requireTable } from '../host/authority.ts';
import { FacetsInput, HistogramInput, RunInput, SearchInput, SqlInput } from './inputs.ts';
import { signedIn, t } from './trpc.ts';

/** `hunt.*`: questions to the logs as of the run's simulated time, retention and holds applied. */
export const huntRouter = t.router({
  /** The same for every run; a seat says in which it asks. */
  saved: signedIn.input(RunInput.partial().optional()).query(({ ctx }) => ctx.service.savedHunts()),
  tables: signedIn
    .input(RunInput)
    .query(async ({ ctx, input }) =>
      projectTables(ctx.user, await ctx.service.hunts.tables(input.runId)),
    ),
  search: signedIn.input(SearchInput).query(({ ctx, input }) => {
    requireTable(ctx.user, input.table);
    return ctx.service.hunts.search(input);
  }),
  histogram: signedIn.input(HistogramInput).query(({ ctx, input }) => {
    requireTable(ctx.user, input.table);
    return ctx.service.hunts.histogram(input);
  }),
  facets: signedIn.input(FacetsInput).query(({ ctx, input }) => {
    requireTable(ctx.user, input.table);
    return ctx.service.hunts.facets(input);
  }),
  sql: signedIn.input(SqlInput).query(({ ctx, input }) => {
    const tables = ctx.user.sight?.tables;
    return ctx.service.hunts.sql(tables ? { ...input, tables: [...tables] } : input);
  }),
});
