import { FacetsInput, HistogramInput, RunInput, SearchInput, SqlInput } from './inputs.ts';
import { signedIn, t } from './trpc.ts';

/** `hunt.*`: questions to the logs as of the run's simulated time, retention and holds applied. */
export const huntRouter = t.router({
  saved: signedIn.query(({ ctx }) => ctx.service.savedHunts()),
  tables: signedIn.input(RunInput).query(({ ctx, input }) => ctx.service.huntTables(input.runId)),
  search: signedIn.input(SearchInput).query(({ ctx, input }) => ctx.service.huntSearch(input)),
  histogram: signedIn
    .input(HistogramInput)
    .query(({ ctx, input }) => ctx.service.huntHistogram(input)),
  facets: signedIn.input(FacetsInput).query(({ ctx, input }) => ctx.service.huntFacets(input)),
  sql: signedIn.input(SqlInput).query(({ ctx, input }) => ctx.service.huntSql(input)),
});
