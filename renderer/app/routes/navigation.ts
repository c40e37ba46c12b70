/** Where the screen is and how to go elsewhere. `navigate({ screen: 'board' })` stays on the desk that is shown. */
import { create } from 'zustand';
import { formatPlace, type Place, parsePlace, type Route } from './route.ts';

export const usePlace = create<Place>(() => parsePlace(window.location.hash));

/** Follows the address; returns the way to stop. */
export function followAddress(): () => void {
  const follow = () => usePlace.setState(parsePlace(window.location.hash));
  window.addEventListener('hashchange', follow);
  return () => window.removeEventListener('hashchange', follow);
}

function go(place: Place): void {
  window.location.hash = formatPlace(place);
  usePlace.setState(place);
}

export const navigate = (route: Route): void => go({ deskId: usePlace.getState().deskId, route });
/** null is the live desk. */
export const openDesk = (deskId: string | null, route: Route = { screen: 'board' }): void => go({ deskId, route });

export const useRoute = (): Route => usePlace((place) => place.route);
/** For links: `<a href={hrefOf({ screen: 'incident', incidentId })}>`. */
export const useHref = (): ((route: Route) => string) => {
  const deskId = usePlace((place) => place.deskId);
  return (route) => formatPlace({ deskId, route });
};
