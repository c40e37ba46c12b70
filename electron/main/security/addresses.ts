/**
 * Where a window may go and what may leave it. Pure: tested over a corpus of hostile addresses. Everything that is not
 * expressly allowed stays where it is.
 */
export const APP_SCHEME = 'app';
/** The only page there is; windows differ in the fragment. */
export const APP_ORIGIN = `${APP_SCHEME}://watchdesk`;
export const PAGE_URL = `${APP_ORIGIN}/index.html`;

/** Nothing beyond printable ASCII: what a browser strips or folds cannot hide anything. */
const PLAIN = /^[\x21-\x7e]{1,2048}$/;

/** A fragment of our own page; the fragment itself is the screen's business and holds no code. */
export const isOwnPage = (url: string): boolean =>
  PLAIN.test(url) && (url === PAGE_URL || url.startsWith(`${PAGE_URL}#`));

/** `url` of a frame that may talk to the desk: the page itself, whatever its fragment. */
export const isOwnFrame = isOwnPage;

/** A window stays on its page. Changing the fragment there is no navigation and is not asked about. */
export const navigationAllowed = (url: string): boolean => isOwnPage(url);

/** Addresses on official pages that help texts may link to; nothing a duty desk shows needs any other. */
const OUTSIDE_HOSTS: readonly string[] = ['www.gov.cn', 'www.mem.gov.cn'];

/** Whether the system's browser may be asked to open it. */
export function externalAllowed(url: string): boolean {
  if (!PLAIN.test(url) || /[\\@]/.test(url) || !URL.canParse(url)) return false;
  const { protocol, hostname, port, username, password, href } = new URL(url);
  // Written as the parser writes it, so that no two programs read it differently.
  if (href !== url && href !== `${url}/`) return false;
  const isBare = port === '' && username === '' && password === '';
  return protocol === 'https:' && isBare && OUTSIDE_HOSTS.includes(hostname);
}

export const pageAt = (hash: string): string => `${PAGE_URL}#${hash.replace(/^#/, '')}`;
