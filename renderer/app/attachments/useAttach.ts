/** Files to the desk, one after the other: bytes first, then the entry. What was refused is told by file. */
import { useState } from 'react';
import { useDesk, useDeskApi } from '#renderer/app/desk/deskContext.ts';
import { useExecute, useFailureText } from '#renderer/app/desk/useExecute.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { announce } from '#renderer/ui/announce.ts';
import { errorText } from '#shared/contract/errorText.ts';
import type { KeptFile } from '#shared/domain/attachment/attachment.ts';
import { safeFileName } from '#shared/domain/attachment/fileName.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import { sendFile } from './fileTransfer.ts';

/** The entry that a kept file gets. */
export type AttachCommand = (attachment: { attachmentId: string; file: KeptFile }) => CommandInput;

export type Attach = {
  /** Answers what was refused. */
  attach: (files: readonly File[]) => Promise<readonly string[]>;
  /** The one on its way. */
  adding: string | null;
  failures: readonly string[];
};

export function useAttach(commandFor: AttachCommand): Attach {
  const t = useT();
  const api = useDeskApi();
  const { desk } = useDesk();
  const execute = useExecute();
  const say = useFailureText();
  const [adding, setAdding] = useState<string | null>(null);
  const [failures, setFailures] = useState<readonly string[]>([]);

  /** Null where it is attached, or the officer thought better of it. */
  async function attachOne(chosen: File): Promise<string | null> {
    try {
      const sent = await sendFile(api, desk.deskId, chosen);
      if (!sent.ok) return errorText(sent.error);
      const file = { ...sent.file, name: safeFileName(chosen.name, sent.file.mime) };
      return say(await execute(commandFor({ attachmentId: crypto.randomUUID(), file })));
    } catch {
      return t('attachments.unreachable');
    }
  }

  async function attach(files: readonly File[]): Promise<readonly string[]> {
    const failed: string[] = [];
    for (const file of files) {
      setAdding(file.name);
      const failure = await attachOne(file);
      if (failure === null) announce(t('attachments.added', { name: file.name }));
      else failed.push(`${file.name}：${failure}`);
    }
    setAdding(null);
    setFailures(failed);
    if (failed.length > 0) announce(failed.join('；'), 'assertive');
    return failed;
  }
  return { attach, adding, failures };
}
