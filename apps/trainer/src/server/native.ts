/**
 * Packages that node loads by itself, from their built JavaScript, instead of the bundler: they
 * start child processes, read files beside themselves or must exist once in a process. Listing
 * them in `serverExternalPackages` does not do it, because workspace packages are links that the
 * bundler follows out of `node_modules`.
 */
export const native = {
  prisma: () => import(/* turbopackIgnore: true */ '@dwell/prisma'),
  simulator: () => import(/* turbopackIgnore: true */ '@dwell/simulator'),
  router: () => import(/* turbopackIgnore: true */ '@dwell/simulator/router'),
  trpcFetch: () => import(/* turbopackIgnore: true */ '@trpc/server/adapters/fetch'),
};
