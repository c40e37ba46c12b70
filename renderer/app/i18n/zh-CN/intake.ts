/** Texts of features/intake. Keys start with `intake.`. */
export const intake = {} as const;
