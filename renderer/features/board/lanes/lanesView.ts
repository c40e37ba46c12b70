/** Which incidents' lanes are unfolded. UI state only: forgotten with the page. */
import { create } from 'zustand';

type LanesView = {
  /** What the officer folded or unfolded. */
  chosen: Readonly<Record<string, boolean>>;
  /** null: by the screen's size. */
  all: boolean | null;
};

export const useLanesView = create<LanesView>(() => ({ chosen: {}, all: null }));

/** A wall has room for every incident; elsewhere the most urgent one is unfolded. */
const isWall = (): boolean => window.matchMedia('(min-width: 2560px) and (min-height: 1400px)').matches;

export function isUnfolded({ chosen, all }: LanesView, incidentId: string, index: number): boolean {
  return chosen[incidentId] ?? ((all ?? isWall()) ? true : index === 0);
}

export const fold = (incidentId: string, open: boolean): void =>
  useLanesView.setState(({ chosen }) => ({ chosen: { ...chosen, [incidentId]: open } }));
export const foldAll = (all: boolean): void => useLanesView.setState({ all, chosen: {} });
