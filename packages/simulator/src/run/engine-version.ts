/** Major.minor of the engine: a run is replayed only by the same major. Raise it when a golden run changes. */
export const ENGINE = '1.3';
