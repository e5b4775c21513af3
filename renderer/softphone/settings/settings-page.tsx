import { ColumnPage } from '../places/column-page.tsx';
import { AboutRingdesk } from './about-ringdesk.tsx';
import { AppearanceSettings } from './appearance-settings.tsx';
import { KeySettings } from './key-settings.tsx';
import { SoundSettings } from './sound-settings.tsx';
import { StartSettings } from './start-settings.tsx';
import { TemplateSettings } from './template-settings.tsx';

/** How this desk is arranged. Every change takes effect at once; there is nothing to save. */
export function SettingsPage() {
  return (
    <ColumnPage title="Settings" airy>
      <SoundSettings />
      <AppearanceSettings />
      <KeySettings />
      <StartSettings />
      <TemplateSettings />
      <AboutRingdesk />
    </ColumnPage>
  );
}
