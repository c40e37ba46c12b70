/** Stored with every decision, so that a later engine never seems to have been there. Raise it with every change of a result. */
export const ENGINE_VERSION = '2';
