import { EventEmitter } from 'node:events';
import type { Page } from 'playwright-core';
import { toProgram } from './addresses.ts';
import { session } from './session.ts';

type OpenHandler = (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse;
type Used = 'id' | 'printToPDF' | 'send' | 'getURL' | 'isDestroyed' | 'setWindowOpenHandler' | 'session';

let lastId = 0;

export class WebContents extends EventEmitter implements Pick<Electron.WebContents, Used> {
  readonly id: number;
  readonly session = session.defaultSession as unknown as Electron.Session;
  page: Page | null = null;
  openHandler: OpenHandler = () => ({ action: 'allow' });

  constructor() {
    super();
    lastId += 1;
    this.id = lastId;
  }
  getURL(): string {
    return this.page === null ? '' : toProgram(this.page.url());
  }
  /** Chromium's own, with the page's `@page` rules as Electron is asked for them. */
  async printToPDF({ preferCSSPageSize = false }: Electron.PrintToPDFOptions): Promise<Buffer> {
    if (this.page === null) throw new Error('no page');
    return this.page.pdf({ preferCSSPageSize, tagged: true });
  }
  isDestroyed(): boolean {
    return this.page?.isClosed() ?? false;
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  send(channel: string, ...args: unknown[]): void {
    const copy: unknown = structuredClone(args);
    const deliver = ([name, parts]: [string, unknown]) => {
      const send = (window as unknown as { __standInSend?: (channel: string, args: unknown) => void }).__standInSend;
      send?.(name, parts);
    };
    // A page that is loading or closing misses it, as it would in Electron.
    this.page?.evaluate(deliver, [channel, copy] as [string, unknown]).catch(() => {});
  }
}
