/** Obligations that arose in [from, to); of one incident, or of all. */
export type Asked = { from?: number | undefined; to?: number | undefined; incidentId?: string | undefined };
