/** Texts of features/reports. Keys start with `reports.`. */
export const reports = {} as const;
