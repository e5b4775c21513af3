import { Button } from '../../kit/button.tsx';
import type { StepProps } from './steps.ts';

/** Goes on to the next step without having tried this one. */
export function Skip({ onSettle }: StepProps) {
  return (
    <Button kind="quiet" onPress={() => onSettle({ verdict: 'skipped', detail: '' })}>
      Skip
    </Button>
  );
}
