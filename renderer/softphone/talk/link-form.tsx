import { useState } from 'react';
import type { Channel } from '../../../src/contract/desk/words.ts';
import { callLink } from '../../../src/domain/invitation/link.ts';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { agentOf } from '../../host/selectors.ts';
import { Announce } from '../../kit/announce.tsx';
import { Button } from '../../kit/button.tsx';
import { qrCodeOf } from '../../kit/qr-code.ts';
import { DialogActions, InPlaceDialog } from '../customers/in-place-dialog.tsx';
import styles from './composer.module.css';

/** A link that calls this number, to be sent by e-mail or put on a page; the call rings the agent who made it first. */
export function LinkForm({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const host = useHost();
  const agent = useDesk(agentOf);
  const [said, setSaid] = useState('');
  const { number } = channel;
  const link = number === null || agent === null ? null : callLink(number, agent.id);
  const copy = async () => {
    if (link === null) return;
    try {
      await host.copy(link);
      setSaid('Copied.');
    } catch {
      setSaid('It could not be copied. Select it, and copy it by hand.');
    }
  };
  return (
    <InPlaceDialog
      role="dialog"
      title="Link to call"
      sentence="Whoever opens it on a phone calls this number in WhatsApp. The call rings you first, if you are ready."
      onClose={onClose}
    >
      {link === null ? (
        <p>WhatsApp has not said yet what number this is. It is known with the next call or message.</p>
      ) : (
        <>
          <label>
            Link
            <input className={styles.link} readOnly value={link} onFocus={({ target }) => target.select()} />
          </label>
          <QrPicture link={link} />
        </>
      )}
      <p className={styles.window}>{said}</p>
      <Announce>{said}</Announce>
      <DialogActions>
        {link === null ? null : (
          <Button kind="accent" onPress={() => void copy()}>
            Copy
          </Button>
        )}
        <Button kind="quiet" onPress={onClose}>
          Close
        </Button>
      </DialogActions>
    </InPlaceDialog>
  );
}

/** To be scanned from the screen. Dark on light in both themes, for cameras. */
function QrPicture({ link }: { link: string }) {
  const { size, path } = qrCodeOf(link);
  return (
    <svg className={styles.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label="QR code of the link">
      <title>Scan it with a phone</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
