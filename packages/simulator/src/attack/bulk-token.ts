/** Index of the back-office client whose really issued, over-lived token is abused in the bulk shape (T1528). */
export const BULK_PRINCIPAL = 40;

/** When that token was issued: the 91st day of the run, three months before it is abused. */
export const BULK_ISSUED_TICK = 90 * 1440;

/** Its number: minute of issue × 16 + slot. */
export const BULK_TOKEN = BULK_ISSUED_TICK * 16 + 3;
