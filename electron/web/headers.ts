/** The headers every answer carries: nothing is allowed that the screen does not need. */
import type { OutgoingHttpHeaders } from 'node:http';

export const contentSecurityPolicy = (port: number): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // Older browsers do not read 'self' as covering the WebSocket of the same origin.
    `connect-src 'self' ws://127.0.0.1:${port}`,
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const UNUSED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

export const securityHeaders = (port: number): OutgoingHttpHeaders => ({
  'content-security-policy': contentSecurityPolicy(port),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
  'x-dns-prefetch-control': 'off',
});

export const NEVER_STORED = 'no-store';
/** Files whose name holds the hash of their content. */
export const KEPT_FOR_A_YEAR = 'private, max-age=31536000, immutable';
