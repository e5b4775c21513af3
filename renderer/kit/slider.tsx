import type { ReactNode } from 'react';
import { Slider as AriaSlider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import styles from './slider.module.css';

export type SliderProps = {
  label: string;
  /** 0..1, shown in percent. It is where the thumb begins: from then on the hand leads, not an echo that comes late. */
  start: number;
  onChange: (value: number) => void;
  icon?: ReactNode;
};

/** An amount between nothing and all, in steps of 5 %. */
export function Slider({ label, start, onChange, icon }: SliderProps) {
  return (
    <AriaSlider
      className={styles.slider ?? ''}
      aria-label={label}
      defaultValue={start}
      minValue={0}
      maxValue={1}
      step={0.05}
      formatOptions={{ style: 'percent' }}
      onChange={onChange}
    >
      {icon}
      <SliderTrack className={styles.track ?? ''}>
        {({ state }) => (
          <>
            <span className={styles.rest} />
            <span className={styles.filled} style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className={styles.thumb ?? ''} />
          </>
        )}
      </SliderTrack>
      <SliderOutput className={styles.output ?? ''} />
    </AriaSlider>
  );
}
