/** 通讯录: the directory, its import, calls. */
export const directory = {
  'directory.namedIn': '见于“{title}”',
} as const;
