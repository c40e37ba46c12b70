/** What is being typed, so that a crash loses no half-written call. Not part of the log. */
export const drafts = {
  version: 20,
  sql: `
CREATE TABLE draft (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
