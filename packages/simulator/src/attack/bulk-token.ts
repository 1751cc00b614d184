/** Index of the back-office client whose really issued, over-lived token is abused in the bulk shape (T1528). */
export const BULK_PRINCIPAL = 40;
