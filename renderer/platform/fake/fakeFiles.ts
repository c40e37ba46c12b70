/** Attached files in the page's memory, taken in and given back as the host does. */
import type { DeskApi } from '#shared/contract/deskApi.ts';
import { mimeOf } from '#shared/domain/attachment/fileKind.ts';

type Answer = <T>(make: () => T) => Promise<T>;

export function createFakeFiles(answer: Answer): Pick<DeskApi, 'storeFile' | 'readFile' | 'checkFiles'> {
  const coming = new Map<string, string>();
  const kept = new Map<string, string>();
  return {
    async storeFile({ uploadId, offset, base64, isLast }) {
      const sofar = (offset === 0 ? '' : (coming.get(uploadId) ?? '')) + atob(base64);
      coming.set(uploadId, sofar);
      if (!isLast) return answer(() => ({ kind: 'more' as const, received: sofar.length }));
      const bytes = Uint8Array.from(sofar, (char) => char.charCodeAt(0));
      const mime = mimeOf(bytes, bytes);
      if (mime === null)
        return answer(() => ({ kind: 'refused' as const, error: { code: 'fileKindRefused' as const, params: {} } }));
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
      kept.set(sha256, sofar);
      return answer(() => ({ kind: 'stored' as const, file: { sha256, size: bytes.length, mime } }));
    },
    readFile: ({ sha256 }) =>
      answer(() => {
        const bytes = kept.get(sha256);
        return bytes === undefined
          ? { kind: 'refused' as const, error: { code: 'fileMissing' as const, params: {} } }
          : { kind: 'part' as const, base64: btoa(bytes), next: null };
      }),
    checkFiles: ({ files }) =>
      answer(() => ({
        states: files.map(({ sha256 }) => (kept.has(sha256) ? ('whole' as const) : ('missing' as const))),
      })),
  };
}
