/** On a full disk gives up what was held back and tries once more, so that the entry at hand still gets in. */
import { releaseBallast } from '#db/files/ballast.ts';
import { isDiskFull } from '#db/files/storageErrors.ts';
import type { Log } from '#db/log/log.ts';
import { sqliteCode } from '#db/log/sqlite.ts';

export function ballasted(log: Pick<Log, 'commit'>, path: string, released: () => void): Log['commit'] {
  return (work) => {
    try {
      return log.commit(work);
    } catch (thrown) {
      if (!isDiskFull(sqliteCode(thrown)) || !releaseBallast(path)) throw thrown;
      released();
      return log.commit(work);
    }
  };
}
