/** Who acts when nobody does: the clock's alarm. */
export const SYSTEM = 'system';
