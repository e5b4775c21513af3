import SunMoon from 'lucide-react/icons/sun-moon';
import { type Theme, themes } from '../../../src/contract/window/preferences.ts';
import { useHost } from '../../host/desk-store.ts';
import { usePreferences } from '../../host/use-preferences.ts';
import { Combo } from '../../kit/combo.tsx';
import { Row } from '../../kit/row.tsx';
import { Section } from './section.tsx';

const names: Record<Theme, string> = { system: 'Like the system', light: 'Light', dark: 'Dark' };
const options = themes.map((theme) => ({ id: theme, text: names[theme] }));

export function AppearanceSettings() {
  const keeper = useHost().preferences;
  const preferences = usePreferences();
  if (preferences === null) return null;
  return (
    <Section title="Appearance">
      <Row name="Theme" hint="Dates and numbers are written as this computer writes them.">
        <Combo
          label="Theme"
          icon={<SunMoon size={16} />}
          options={options}
          value={preferences.theme}
          onChange={(id) => {
            const theme = themes.find((each) => each === id);
            if (theme !== undefined) void keeper.change({ kind: 'theme', theme });
          }}
        />
      </Row>
    </Section>
  );
}
