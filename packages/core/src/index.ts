export * from './canonical.ts';
export * from './digest.ts';
export * from './entry.ts';
export * from './errors.ts';
export * from './poisson.ts';
export * from './random.ts';
export * from './scale.ts';
export * from './time.ts';
