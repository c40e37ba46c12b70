/**
 * 设置: how this screen looks and sounds, whether the desk is fit to call, which windows it has, and where its data lies.
 * Always of the live desk, whatever desk is on the screen.
 */

import { useLiveDesk } from '#renderer/app/desk/useLiveDesk.ts';
import { useDesktop } from '#renderer/app/desktop/desktop.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { DisplayChoices } from '#renderer/app/shell/DisplayChoices.tsx';
import layout from '#renderer/ui/Layout.module.css';
import { Panel } from '#renderer/ui/Panel.tsx';
import { AboutPanel } from './AboutPanel.tsx';
import { AttentionPanel } from './AttentionPanel.tsx';
import { AutostartPanel } from './AutostartPanel.tsx';
import { LockPanel } from './LockPanel.tsx';
import { PapersPanel } from './PapersPanel.tsx';
import { SelfCheckPanel } from './SelfCheckPanel.tsx';
import styles from './Settings.module.css';
import { SoundPanel } from './SoundPanel.tsx';
import { WallPagePanel, WallPanel } from './WallPanel.tsx';

export function SettingsScreen() {
  const t = useT();
  const live = useLiveDesk();
  const { info } = useDesktop();
  return (
    <div className={styles.screen}>
      <div className={layout.column}>
        {live && <SelfCheckPanel {...live} />}
        <SoundPanel />
        <Panel title={t('settings.screen')}>
          <DisplayChoices />
        </Panel>
        {live && <LockPanel {...live} />}
      </div>
      <div className={layout.column}>
        {info === null ? <WallPagePanel /> : <WallPanel info={info} />}
        <AutostartPanel info={info} />
        {live && <PapersPanel {...live} />}
        {live && <AttentionPanel {...live} />}
        {live && <AboutPanel desk={live.desk} />}
      </div>
    </div>
  );
}
