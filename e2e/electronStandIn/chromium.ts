// The browser whose pages are the windows; the driver starts it and tells its debugging address.
import { type BrowserContext, chromium } from 'playwright-core';

const address = process.env['STAND_IN_CDP'] ?? '';

async function connect(): Promise<BrowserContext> {
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('the browser has no context');
  return context;
}

export const browserContext: Promise<BrowserContext> = connect();
