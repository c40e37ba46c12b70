/** Room on the disk that files leave free, so that the log can go on being written. */
import { statfs } from 'node:fs/promises';

const KEPT_FREE_BYTES = 128 * 1024 * 1024;

/** Whether so much more still leaves the log its room; where the system does not tell, writing will. */
export async function hasRoomFor(folder: string, bytes: number): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize - bytes >= KEPT_FREE_BYTES;
  } catch {
    return true;
  }
}
