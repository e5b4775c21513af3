import { AboutRingdesk } from './about-ringdesk.tsx';
import { AppearanceSettings } from './appearance-settings.tsx';
import { KeySettings } from './key-settings.tsx';
import styles from './settings-page.module.css';
import { SoundSettings } from './sound-settings.tsx';
import { StartSettings } from './start-settings.tsx';

/** How this desk is arranged. Every change takes effect at once; there is nothing to save. */
export function SettingsPage() {
  return (
    <section className={styles.page} aria-label="Settings">
      <div className={styles.column}>
        <h2>Settings</h2>
        <SoundSettings />
        <AppearanceSettings />
        <KeySettings />
        <StartSettings />
        <AboutRingdesk />
      </div>
    </section>
  );
}
