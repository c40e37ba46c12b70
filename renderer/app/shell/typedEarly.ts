/** What was typed before the box of Ctrl/⌘ K was there, and whether Enter followed. */
export type TypedEarly = { text: string; isEntered: boolean };
