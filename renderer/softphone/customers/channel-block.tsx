import MessageCircleQuestion from 'lucide-react/icons/message-circle-question';
import { useEffect, useState } from 'react';
import type { CustomerChannel } from '../../../src/contract/api/customers.ts';
import type { Customer } from '../../../src/contract/desk/words.ts';
import { lastStrikeWarning, outsideCallingHours, whyNotAsk, whyNotCall } from '../../../src/domain/permission/words.ts';
import { useHost } from '../../host/desk-store.ts';
import { Button } from '../../kit/button.tsx';
import { CallButton } from '../customer/call-button.tsx';
import { goTo } from '../places/route.ts';
import { Composer } from '../talk/composer.tsx';
import { readableNumber } from '../words/number.ts';
import { AskForm } from './ask-form.tsx';
import styles from './customer-page.module.css';
import { NoPermission } from './no-permission.tsx';
import { PermissionCard } from './permission-card.tsx';
import { ReasonForm } from './reason-form.tsx';

type ChannelBlockProps = {
  about: CustomerChannel;
  customer: Customer;
  /** There is no other number to tell it from. */
  isOnly: boolean;
  /** The agent came here to ask. */
  asks: boolean;
  /** By the relay's clock. */
  now: number;
  onAsked: () => void;
};

type Open = 'ask' | 'noPermission' | 'reason' | null;

/** What can be done about a customer on one of the company's numbers, and what holds there. */
export function ChannelBlock({ about, customer, isOnly, asks, now, onAsked }: ChannelBlockProps) {
  const { channel, closed, standing } = about;
  const { mayCall, mayAsk } = standing;
  const host = useHost();
  const [open, setOpen] = useState<Open>(null);
  // Where asking is not possible either, the same box says until when.
  const firstStep = mayAsk.allowed ? 'ask' : 'noPermission';
  // biome-ignore lint/correctness/useExhaustiveDependencies: what they came for is opened once, whatever changes about it later.
  useEffect(() => {
    if (asks && closed?.why !== 'country') setOpen(firstStep);
  }, [asks]);
  const close = () => {
    setOpen(null);
    if (asks) goTo({ place: 'customers', callId: customer.id });
  };
  const number = readableNumber(channel.name);
  const noPermission = !mayCall.allowed && mayCall.why === 'noPermission' ? whyNotCall(mayCall, now) : null;
  const limited = !mayCall.allowed && mayCall.why === 'callLimit' ? whyNotCall(mayCall, now) : null;
  const instead =
    noPermission !== null
      ? () => setOpen('noPermission')
      : mayCall.allowed && mayCall.lastStrike
        ? () => setOpen('reason')
        : null;
  const isCountry = closed?.why === 'country';
  const noCalls = isCountry ? closed.sentence : null;
  const notNow = closed?.why === 'hours' ? outsideCallingHours(closed.until, now) : null;
  const askedInVain = isCountry ? 'There is nothing to ask for: this number cannot call customers.' : null;
  const whyNot = askedInVain ?? (mayAsk.allowed ? null : whyNotAsk(mayAsk, now));
  return (
    <div className={styles.channel}>
      {isOnly ? null : (
        <h3>
          <bdi>{number}</bdi>
        </h3>
      )}
      <div className={styles.actions}>
        <CallButton channel={channel} customer={customer} why={noCalls ?? notNow ?? limited} instead={instead} />
        <Button icon={<MessageCircleQuestion size={16} />} why={whyNot} onPress={() => setOpen('ask')}>
          Ask for permission
        </Button>
      </div>
      {open === 'noPermission' && noPermission !== null ? (
        <NoPermission
          sentence={noPermission}
          onAsk={whyNot === null ? () => setOpen('ask') : null}
          why={whyNot}
          onClose={close}
        />
      ) : null}
      {open === 'reason' && mayCall.allowed ? (
        <ReasonForm
          sentence={lastStrikeWarning(standing.strikes)}
          onCall={(reason) => {
            close();
            void host.command({ kind: 'dial', channel, customer, reason });
          }}
          onClose={close}
        />
      ) : null}
      {open === 'ask' && mayAsk.allowed ? (
        <AskForm
          customer={customer}
          channel={channel}
          now={now}
          onDone={() => {
            close();
            onAsked();
          }}
          onClose={close}
        />
      ) : null}
      <PermissionCard about={about} label={isOnly ? 'Permission' : `Permission on ${number}`} now={now} />
      <Composer
        about={about}
        customer={customer}
        label={isOnly ? 'Write' : `Write from ${number}`}
        now={now}
        onSent={onAsked}
      />
    </div>
  );
}
