import { Combo } from '../../kit/combo.tsx';

/** How long the button of an invitation may be good for, in minutes by id. */
const lives = [
  { id: '60', text: '1 hour' },
  { id: '1440', text: '1 day' },
  { id: '10080', text: '7 days' },
  { id: '43200', text: '30 days' },
] as const;

/** Minutes. */
export const usualLife = 1440;

export function LifeChoice({ minutes, onChange }: { minutes: number; onChange: (minutes: number) => void }) {
  return (
    <Combo
      label="Good for"
      options={lives}
      value={String(minutes)}
      shown={`The button works for ${lives.find(({ id }) => id === String(minutes))?.text}`}
      onChange={(id) => onChange(Number(id))}
    />
  );
}
