/** What is wrong with the machine or the connection, across every screen until it is over. */
import { useState } from 'react';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { SelfCheckBanner } from '../check/SelfCheckBanner.tsx';
import { useHostInfo } from '../desk/hostInfo.ts';
import { useT } from '../i18n/locale.ts';

const MEGABYTE = 1024 * 1024;
const FONT_COMMAND = 'apt install fonts-noto-cjk';

export function Banners() {
  const t = useT();
  const { info, connected } = useHostInfo();
  const [fontsSeen, setFontsSeen] = useState(false);
  return (
    <>
      {!connected && <Banner tone="strong">{t('app.disconnected')}</Banner>}
      {info?.freeSpace?.isLittle === true && (
        <Banner tone="strong">
          {t('app.littleSpace', {
            megabytes: Math.floor(info.freeSpace.bytes / MEGABYTE),
            folder: info.dataFolder,
          })}
        </Banner>
      )}
      <SelfCheckBanner />
      {info?.cjkFonts === false && !fontsSeen && (
        <Banner
          actions={
            <Button variant="quiet" onPress={() => setFontsSeen(true)}>
              {t('app.dismiss')}
            </Button>
          }
        >
          {t('app.noFonts', { command: FONT_COMMAND })} (CJK fonts missing: {FONT_COMMAND})
        </Banner>
      )}
    </>
  );
}
