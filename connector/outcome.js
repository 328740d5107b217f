/** How many changes an import outcome names. */
export const NAMED_CHANGES = 500;
