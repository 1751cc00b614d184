import type { AppRouter } from '@dwell/simulator/router';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

/** `RouterInputs['run']['create']`. */
export type RouterInputs = inferRouterInputs<AppRouter>;
/** `RouterOutputs['run']['list'][number]`. */
export type RouterOutputs = inferRouterOutputs<AppRouter>;
