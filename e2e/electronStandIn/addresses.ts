// Chromium knows no `app:` scheme; to it, `app://watchdesk/x` is the secure origin `https://watchdesk.app.invalid/x`.

const SCHEMES = new Set<string>();
export const addScheme = (scheme: string): void => void SCHEMES.add(scheme);

export function toBrowser(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)(.*)$/s.exec(url) ?? [];
  return SCHEMES.has(scheme) ? `https://${host}.${scheme}.invalid${rest}` : url;
}

export const toProgram = (url: string): string =>
  url.replace(/^https:\/\/([^/]*)\.([a-z][a-z0-9+-]*)\.invalid/, '$2://$1');

export const routesOf = (scheme: string): RegExp => new RegExp(`^https://[^/]*\\.${scheme}\\.invalid/`);
