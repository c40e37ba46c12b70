/** Texts of features/board. Keys start with `board.`. */
export const board = {} as const;
