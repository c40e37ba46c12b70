/**
 * The page at `/`: it trades the token in its own address for the cookie and then loads the screen at `/desk`. A token in
 * the fragment never reaches a server or its log; without one, and without a session, the page says how to get in.
 */
import { NEVER_STORED } from './headers.ts';
import type { StaticFile } from './staticFiles.ts';

/** Where the screen itself is served, to those with a session. */
export const SCREEN_PATH = '/desk';

const HTML = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Watchdesk 应急值守台</title>
<link rel="icon" href="/entrance.svg" type="image/svg+xml">
<link rel="stylesheet" href="/entrance.css">
<script src="/entrance.js" defer></script>
</head>
<body>
<main>
<h1>Watchdesk 应急值守台</h1>
<p id="opening" role="status">正在打开…</p>
<div id="help" role="alert" hidden>
<p>此页面没有登录凭证，或凭证已经用过。</p>
<p>请在安装目录的终端中运行 <code>npm start</code>：值守台已在运行时会直接打开；没有浏览器时会显示新的网址。</p>
</div>
<div id="failed" role="alert" hidden>
<p>连接不到值守台程序。请确认终端中的程序仍在运行，然后刷新本页。</p>
</div>
</main>
</body>
</html>
`;

const CSS = `:root { color-scheme: light dark; }
body { margin: 0; font: 18px/1.7 system-ui, sans-serif; }
main { max-width: 36em; margin: 15vh auto 0; padding: 0 1em; }
h1 { font-size: 24px; }
code { font: inherit; padding: 0.1em 0.4em; border: 1px solid; border-radius: 4px; }
`;

const JS = `const show = (id) => {
  document.getElementById('opening').hidden = true;
  document.getElementById(id).hidden = false;
};

async function trade(token) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch('/session', { method: 'POST', headers, body: JSON.stringify({ token }) });
  return answer.ok;
}

async function enter() {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  const place = token === null ? location.hash : ''; // where on the screen somebody was
  history.replaceState(null, '', '/' + place);
  // Opened from elsewhere, the strict cookie did not come with the page; it does come with this request.
  const known = (token !== null && (await trade(token))) || (await fetch('/api/host', { cache: 'no-store' })).ok;
  if (known) return location.replace('${SCREEN_PATH}' + place);
  show('help');
}

addEventListener('hashchange', () => location.reload());
enter().catch(() => show('failed'));
`;

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <rect width="32" height="32" rx="5" fill="#14181e"/>
  <circle cx="16" cy="16" r="10" fill="none" stroke="#fff" stroke-width="2.5"/>
  <path d="M16 9v7l5 3" fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/>
</svg>
`;

const file = (text: string, type: string): StaticFile => ({
  body: Buffer.from(text),
  type: `${type}; charset=utf-8`,
  cache: NEVER_STORED,
});

const entrancePage: StaticFile = file(HTML, 'text/html');
export const entranceFiles: ReadonlyMap<string, StaticFile> = new Map([
  ['/', entrancePage],
  ['/entrance.css', file(CSS, 'text/css')],
  ['/entrance.js', file(JS, 'text/javascript')],
  ['/entrance.svg', file(ICON, 'image/svg+xml')],
]);
