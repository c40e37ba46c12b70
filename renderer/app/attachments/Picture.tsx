/**
 * A picture drawn from its bytes. Never an address: the page's policy lets no file of somebody's in as one, and a canvas
 * shows nothing but the picture.
 */
import { useEffect, useRef, useState } from 'react';
import { useDesk, useDeskApi } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { errorText } from '#shared/contract/errorText.ts';
import type { KeptFile } from '#shared/domain/attachment/attachment.ts';
import styles from './Attachments.module.css';
import { fetchFile } from './fileTransfer.ts';

export type PictureProps = {
  file: KeptFile;
  /** In pixels of the screen's own; the picture keeps its shape within. */
  longestSide: number;
  className?: string | undefined;
};

export function Picture({ file, longestSide, className }: PictureProps) {
  const t = useT();
  const api = useDeskApi();
  const { desk } = useDesk();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const isShown = useSeen(canvas);

  useEffect(() => {
    if (!isShown) return;
    let isOver = false;
    async function show(): Promise<void> {
      const fetched = await fetchFile(api, desk.deskId, file).catch(() => null);
      if (isOver) return;
      if (fetched === null) return setFailure(t('attachments.unreachable'));
      if (!fetched.ok) return setFailure(errorText(fetched.error));
      const bitmap = await createImageBitmap(fetched.blob).catch(() => null);
      if (isOver || bitmap === null) return setFailure(t('attachments.notShown'));
      draw(canvas.current, bitmap, longestSide);
      setFailure(null);
    }
    void show();
    return () => {
      isOver = true;
    };
  }, [api, desk.deskId, file, isShown, longestSide, t]);

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an img needs an address, which no file of somebody's has */}
      <canvas ref={canvas} width={1} height={1} className={className} role="img" aria-label={file.name} />
      {failure !== null && <span className={styles.failure}>{failure}</span>}
    </>
  );
}

/** True once it has come into view: a long list reads no file nobody looks at. */
function useSeen(element: { current: Element | null }): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isSeen;
}

function draw(canvas: HTMLCanvasElement | null, bitmap: ImageBitmap, longestSide: number): void {
  if (canvas === null) return;
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
}
