/** Texts of features/incident. Keys start with `incident.`. */
export const incident = {} as const;
