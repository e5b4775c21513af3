import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { QualityView } from '../../../src/contract/window/view.ts';
import { useDesk } from '../../host/desk-store.ts';
import { networkOf } from '../../host/selectors.ts';
import { Bars } from '../../kit/bars.tsx';
import { barWords, qualityFacts } from '../words/quality.ts';
import { routeWords } from '../words/route.ts';
import styles from './sound.module.css';

/** The quality of the running call: bars, and its figures for who presses them. */
export default function Sound({ quality }: { quality: QualityView }) {
  const { audioRoute } = useDesk(networkOf);
  const way = audioRoute === null ? [] : [{ name: 'Way', value: routeWords(audioRoute) }];
  return (
    <DialogTrigger>
      <Button className={styles.face ?? ''} aria-label={`Sound: ${barWords[quality.bars]}`}>
        <Bars count={quality.bars} poor={quality.bars <= 2} />
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4} isNonModal>
        <Dialog aria-label="Sound of this call" className={styles.figures ?? ''}>
          <dl>
            {[...qualityFacts(quality), ...way].map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
