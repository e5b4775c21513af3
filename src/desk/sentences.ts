import type { Problem } from '../contract/desk/words.ts';

/**
 * Every failure that the desk itself can meet, in the words that an agent reads. What Meta or the relay refuse comes with
 * its own sentence and is passed on untouched.
 */
export const sentences = {
  'microphone.denied': 'Ringdesk may not use the microphone. Allow it in the system settings, then try again.',
  'microphone.none': 'No microphone was found. Plug one in, then try again.',
  'microphone.busy': 'Another program holds the microphone. Close it there, then try again.',
  'microphone.failed': 'The microphone did not start. Try again or choose another one.',
  'microphone.insecure': 'The browser gives the microphone only over https. Open Ringdesk over https.',
  'microphone.unplugged': 'The microphone was unplugged. Plug it in again or choose another one.',
  'microphone.switched': 'The microphone was unplugged. The call goes on with the next one.',
  'microphone.replaced': 'The chosen microphone is not there. Another one is in use.',
  'speaker.switched': 'The speaker was unplugged. The call goes on with the system’s default.',
  'speaker.unplugged': 'The speaker was unplugged. Plug it in again or choose another one.',
  'headset.held':
    'The buttons of the headset could not be opened. Another program may hold them. Calls work in this window.',
  'headset.lights': 'The headset does not take what it is told, so its lights may be wrong.',
  'media.reconnecting': 'Reconnecting…',
  'media.lost': 'The network lost the call.',
  'media.silent': 'Nothing arrived from the customer for half a minute, so the call was ended.',
  'media.neverHeard': 'The customer’s sound never arrived, so the call was ended.',
  'media.offer': 'The audio of this call could not be set up.',
  'voice.restarted': 'The audio stopped and started again, so the call could not be saved.',
  'voice.absent': 'Ringdesk was started again during the call, so the call could not be saved.',
  'relay.unreachable': 'The server cannot be reached. Check the network. Ringdesk keeps trying.',
  'relay.noSuchHost': 'There is no server at this address. Check how it is spelled, and the network.',
  'relay.certificate':
    'This computer does not trust the server’s certificate. If your company inspects its network, IT has to install its certificate here.',
  'relay.certificateDate': 'The server’s certificate does not hold today. Check the date and time of this computer.',
  'relay.certificateName': 'The server’s certificate is for another address. Check the address.',
  'relay.proxy': 'The proxy of this network does not let Ringdesk through. IT has to allow the server’s address there.',
  'relay.proxySignIn': 'The proxy of this network asks for a name and a password.',
  'relay.lost': 'The connection to the server is lost. Ringdesk keeps trying.',
  'relay.lostInCall': 'The connection to the server is lost. The call goes on.',
  'relay.lostWhileEnding': 'The connection to the server is lost. The call ends there once it is back.',
  'relay.slow': 'The server did not answer. Try again.',
  'relay.failed': 'The server could not do this. Try again in a moment.',
  'relay.unexpected': 'The server gave an answer that Ringdesk does not know. Check the address or update Ringdesk.',
  'relay.version': 'The server speaks another version. Update Ringdesk.',
  'relay.address': 'This is not an address. It looks like https://ringdesk.example.com.',
  'session.incomplete': 'Enter an email address and a password.',
  'session.wrong': 'Email or password is not right.',
  'session.tooMany': 'Too many attempts. Wait a minute, then try again.',
  'session.expired': 'The sign-in has run out. Sign in again.',
  'session.unreadable': 'The saved sign-in could not be read. Sign in again.',
  'session.unsaved': 'The sign-in could not be saved here. It holds until Ringdesk is closed.',
  'session.none': 'Sign in first.',
  'session.inCall': 'End the call first, then sign out.',
  'call.gone': 'This call is not ringing any more.',
  'call.busy': 'End the call first, then answer this one.',
  'dial.busy': 'You are in a call, or one rings for you. Call when it is over.',
  'call.first': 'A call comes first. Try again when it is over.',
  'seat.elsewhere': 'Your calls ring at another desk. Take over here first.',
  'seat.inCall': 'The other desk is in a call. Take over when it has ended.',
} as const;

export type ProblemCode = keyof typeof sentences;

export function problem(code: ProblemCode): Problem {
  return { code, sentence: sentences[code] };
}
