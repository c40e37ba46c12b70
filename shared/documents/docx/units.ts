/** Word's units: twips (1/20 pt), half points for type, eighths of a point for rules, and those of pictures. */
export const twips = (points: number): number => Math.round(points * 20);
export const halfPoints = (points: number): number => Math.round(points * 2);
export const eighths = (points: number): number => Math.round(points * 8);
export const twipsOfMm = (mm: number): number => Math.round((mm / 25.4) * 1440);
/** Of pictures: 12,700 to the point. */
export const emus = (points: number): number => Math.round(points * 12_700);
