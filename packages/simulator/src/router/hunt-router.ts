import { FacetsInput, HistogramInput, RunInput, SearchInput, SqlInput } from './inputs.ts';
import { signedIn, t } from './trpc.ts';

/** `hunt.*`: questions to the logs as of the run's simulated time, retention and holds applied. */
export const huntRouter = t.router({
  tables: signedIn.input(RunInput).query(({ ctx, input }) => ctx.service.huntTables(input.runId)),
  search: signedIn.input(SearchInput).query(({ ctx, input, signal }) => ctx.service.huntSearch(input, signal)),
  histogram: signedIn
    .input(HistogramInput)
    .query(({ ctx, input, signal }) => ctx.service.huntHistogram(input, signal)),
  facets: signedIn.input(FacetsInput).query(({ ctx, input, signal }) => ctx.service.huntFacets(input, signal)),
  sql: signedIn.input(SqlInput).query(({ ctx, input, signal }) => ctx.service.huntSql(input, signal)),
});
