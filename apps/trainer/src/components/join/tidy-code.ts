/** A code as it is kept: capitals and digits only, six at most. */
export const tidyCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 6);
