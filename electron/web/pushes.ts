/** The WebSocket side: every screen hears what was committed, and every few seconds that the host is alive. */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { BEAT_MS, type Push } from '#shared/contract/webRoutes.ts';

const MAX_SCREENS = 64;
/** A screen that reads so slowly is cut off; it comes back and catches up. */
const MAX_WAITING_BYTES = 1024 * 1024;

export type Pushes = {
  /** An upgrade that has passed the gate and has a session. */
  accept(asked: IncomingMessage, socket: Socket, head: Buffer): void;
  send(push: Push): void;
  close(): void;
};

/** `standing`: what a screen that comes late must hear, too. */
export function createPushes(
  positions: () => Record<string, number>,
  standing: () => Push,
  clock: () => number,
): Pushes {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });
  const answering = new Set<WebSocket>();
  const state = (type: 'hello' | 'beat'): string => JSON.stringify({ type, now: clock(), positions: positions() });

  function sendText(screen: WebSocket, text: string): void {
    if (screen.readyState !== screen.OPEN) return;
    if (screen.bufferedAmount > MAX_WAITING_BYTES) return screen.terminate();
    screen.send(text);
  }

  function beat(): void {
    const text = state('beat');
    for (const screen of sockets.clients) {
      if (!answering.delete(screen)) {
        screen.terminate(); // it did not answer the last ping
        continue;
      }
      screen.ping();
      sendText(screen, text);
    }
  }

  sockets.on('connection', (screen) => {
    answering.add(screen);
    screen.on('pong', () => answering.add(screen));
    screen.on('message', () => screen.close(1003)); // nothing is expected from that side
    screen.on('error', () => screen.terminate());
    screen.on('close', () => answering.delete(screen));
    sendText(screen, state('hello'));
    sendText(screen, JSON.stringify(standing()));
  });
  const beating = setInterval(beat, BEAT_MS);

  return {
    accept(asked, socket, head) {
      if (sockets.clients.size >= MAX_SCREENS) {
        return void socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      }
      sockets.handleUpgrade(asked, socket, head, (screen) => sockets.emit('connection', screen, asked));
    },
    send(push) {
      const text = JSON.stringify(push);
      for (const screen of sockets.clients) sendText(screen, text);
    },
    close() {
      clearInterval(beating);
      for (const screen of sockets.clients) screen.close(1001);
      sockets.close();
    },
  };
}
