/** The directory, its import, calls. */
export const directory = {
  'directory.namedIn': 'Named in “{title}”',
} as const;
