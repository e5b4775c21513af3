/** Meta's error codes in plain words. Meta: Cloud API Calling, troubleshooting; Cloud API error codes. */

export type MetaErrorExplanation = {
  /** Meta's short title, as in `error.message`. */
  readonly title: string;
  /** The HTTP status that Meta answers with; 400 for codes that come only inside webhooks. */
  readonly http: number;
  /** What happened, for an agent or an admin, without a code in it. */
  readonly sentence: string;
  /** What to do about it. */
  readonly next: string;
};

const tell = (title: string, http: number, sentence: string, next: string): MetaErrorExplanation => ({
  title,
  http,
  sentence,
  next,
});

/** Every code of the reference's §7, and some more. Those of seven digits come when a template is made. */
export const metaErrorTable: Readonly<Record<number, MetaErrorExplanation>> = {
  0: tell('AuthException', 401, 'WhatsApp does not accept the access token.', 'An admin has to renew it.'),
  3: tell('API Method', 500, 'The app lacks a permission for this at WhatsApp.', 'An admin has to grant it.'),
  4: tell('API Too Many Calls', 400, 'The app has asked WhatsApp too often.', 'Try again in a while.'),
  10: tell('Permission Denied', 403, 'The app lacks a permission for this at WhatsApp.', 'An admin has to grant it.'),
  33: tell(
    'Parameter value is not valid',
    400,
    'The phone number id is unknown at WhatsApp or has been deleted.',
    'An admin has to check the number at Meta.',
  ),
  100: tell(
    'Invalid parameter',
    400,
    'WhatsApp did not understand the request.',
    'Try once more; if it comes again, tell your admin.',
  ),
  190: tell('Access token has expired', 401, 'The access token has expired.', 'An admin has to renew it.'),
  613: tell(
    'Calls to this api have exceeded the rate limit',
    429,
    'Permission was looked up too often.',
    'Try again in a moment.',
  ),
  80007: tell('Rate limit issues', 400, 'The WhatsApp account has reached its rate limit.', 'Try again in a while.'),
  130429: tell('Rate limit hit', 400, 'Too many messages at once.', 'Try again in a moment.'),
  131000: tell('Something went wrong', 500, 'Something went wrong at WhatsApp.', 'Try again.'),
  131005: tell('Access denied', 403, 'The app may not do this at WhatsApp.', 'An admin has to grant the permission.'),
  131008: tell(
    'Required parameter is missing',
    400,
    'The request to WhatsApp was incomplete.',
    'Try once more; if it comes again, tell your admin.',
  ),
  131009: tell(
    'Parameter value is not valid',
    400,
    'A value in the request is not supported for this number; in some countries WhatsApp sends no button that calls.',
    'Send an ordinary message, and tell your admin.',
  ),
  131016: tell('Service unavailable', 500, 'WhatsApp is unavailable at the moment.', 'Try again.'),
  131021: tell(
    'Recipient cannot be sender',
    400,
    'The business number cannot write to or call itself.',
    'Choose another number.',
  ),
  131026: tell(
    'Message undeliverable',
    400,
    'The message cannot be delivered: the customer is not on WhatsApp or uses an old version.',
    'Reach the customer in another way, or ask them to update WhatsApp.',
  ),
  131030: tell(
    'Recipient phone number not in allowed list',
    400,
    'This is a test number, and the customer is not in its list of allowed recipients.',
    'An admin can add the customer to that list at Meta.',
  ),
  131031: tell(
    'Business Account locked',
    403,
    'The WhatsApp account is locked.',
    'An admin has to look into it at Meta.',
  ),
  131042: tell(
    'Business eligibility payment issue',
    400,
    'The WhatsApp account has a payment problem.',
    'An admin has to fix it at Meta.',
  ),
  131044: tell(
    'Business eligibility payment issue',
    400,
    'A customer could not get through: the WhatsApp account has no valid payment method.',
    'An admin has to add one at Meta; call the customer back meanwhile.',
  ),
  131047: tell(
    'Re-engagement message',
    400,
    'More than 24 hours have passed since the customer last wrote or called.',
    'Send a template instead.',
  ),
  131048: tell(
    'Spam rate limit hit',
    400,
    'Too many customers marked messages of this number as spam.',
    'Wait, and write only to customers who expect it.',
  ),
  131055: tell(
    'Method not allowed',
    400,
    'This number is set to SIP, so calls cannot be handled here.',
    'An admin can turn SIP off.',
  ),
  131056: tell('Pair rate limit hit', 400, 'Too many messages to this customer in a short time.', 'Wait a little.'),
  132000: tell(
    'Number of parameters does not match',
    400,
    'The template was sent with the wrong number of values.',
    'Tell your admin: the template may have been changed.',
  ),
  132001: tell(
    'Template name does not exist in the translation',
    404,
    'The template does not exist in this language or is not approved.',
    'Choose another template, or ask your admin to have it approved.',
  ),
  132005: tell(
    'Template hydrated text too long',
    400,
    'With these words the template becomes too long.',
    'Write less.',
  ),
  132007: tell(
    'Template format character policy violated',
    400,
    'The template holds something that WhatsApp does not allow.',
    'Choose another template; an admin can change this one.',
  ),
  132012: tell(
    'Parameter format does not match',
    400,
    'A value does not fit the template.',
    'Write it in other words, on one line.',
  ),
  132015: tell(
    'Template is paused',
    400,
    'The template is paused at WhatsApp because of its quality.',
    'Choose another template.',
  ),
  132016: tell(
    'Template is disabled',
    400,
    'The template is disabled at WhatsApp because of its quality.',
    'Choose another template.',
  ),
  138000: tell('Calling not enabled', 401, 'Calling is turned off for this number.', 'An admin can turn it on.'),
  138001: tell(
    'Receiver uncallable',
    400,
    'This customer cannot be called: not on WhatsApp, or an app that is too old.',
    'Reach the customer in another way.',
  ),
  138002: tell(
    'Concurrent calls limit',
    429,
    'The number has reached its limit of calls at the same time.',
    'Try again when one has ended.',
  ),
  138003: tell('Duplicate call', 400, 'A call with this customer is already going on.', 'Wait until it is over.'),
  138004: tell('Connection error', 500, 'WhatsApp could not connect the call.', 'Try again.'),
  138005: tell('Call rate limit exceeded', 429, 'The number has placed too many calls today.', 'Try again later.'),
  138006: tell(
    'No approved call permission found',
    401,
    'The customer has not given permission to be called.',
    'Ask for permission first.',
  ),
  138007: tell(
    'Connection timeout',
    500,
    'The call was not set up in time.',
    'Try again; if it repeats, use Test my desk in Settings.',
  ),
  138008: tell(
    'SDP Validation error',
    400,
    'WhatsApp refused the description of the audio connection.',
    'Try again; if it repeats, tell your admin.',
  ),
  138009: tell(
    'Call permission request limit hit',
    400,
    'This customer has already been asked for permission.',
    'Wait before asking again.',
  ),
  138011: tell(
    'No conversation with this user',
    400,
    'There is no conversation with this customer yet.',
    'Send a template first.',
  ),
  138012: tell(
    'Business initiated calls limit hit',
    400,
    'This customer has been called as often as is allowed within 24 hours.',
    'Wait until calling is possible again.',
  ),
  138013: tell(
    'Business initiated calling not available',
    400,
    'Calling customers is not available for numbers of this country.',
    'Invite the customer to call instead.',
  ),
  138014: tell(
    'Calling temporarily disabled',
    400,
    'WhatsApp has paused calling for this number because of feedback from customers.',
    'An admin can see at Meta until when.',
  ),
  138015: tell(
    'Calling cannot be enabled',
    400,
    'The daily messaging limit is too low to turn calling on: 2,000 customers are needed.',
    'An admin has to wait until Meta raises the limit.',
  ),
  138017: tell(
    'Permanent permission exists',
    400,
    'The customer has already given lasting permission.',
    'There is no need to ask: call.',
  ),
  138018: tell(
    'Technical prerequisites missing',
    400,
    'No app receives the calls of this number.',
    'An admin has to subscribe it to calls.',
  ),
  138019: tell('Call setup failed', 400, 'The call could not be set up.', 'Try again.'),
  138020: tell(
    'Call relay failed',
    400,
    'The audio connection to WhatsApp failed.',
    'Try again; if it repeats, use Test my desk in Settings.',
  ),
  138021: tell(
    'Media receive timeout',
    400,
    'WhatsApp received no audio from this side, so the call ended.',
    'Check the microphone, and use Test my desk in Settings.',
  ),
  138022: tell(
    'Media transmit timeout',
    400,
    'WhatsApp could not send audio to this side, so the call ended.',
    'Use Test my desk in Settings.',
  ),
  138023: tell(
    'No media signals',
    400,
    'The call was accepted, but no audio was ever exchanged.',
    'Try again; if it repeats, use Test my desk in Settings.',
  ),
  2388019: tell(
    'Message template limit exceeded',
    400,
    'The account has as many templates as WhatsApp allows.',
    'An admin has to delete one that is not used.',
  ),
  2388024: tell(
    'Content in this language already exists',
    400,
    'There is a template of this name in this language already.',
    'Choose another name, or another language.',
  ),
  2388040: tell('Character limit exceeded', 400, 'A part of the template is too long.', 'Shorten it.'),
  2388047: tell(
    'Message header format is incorrect',
    400,
    'The header of the template is not as WhatsApp wants it.',
    'Take line breaks, formatting and emoji out of it.',
  ),
  2388072: tell(
    'Message body format is incorrect',
    400,
    'The body of the template is not as WhatsApp wants it.',
    'Look at its variables and line breaks.',
  ),
  2388073: tell(
    'Message footer format is incorrect',
    400,
    'The footer of the template is not as WhatsApp wants it.',
    'Take variables and formatting out of it.',
  ),
  2388293: tell(
    'Parameter words ratio exceeds limit',
    400,
    'The template has too many variables for so few words.',
    'Write more around them.',
  ),
  2388299: tell(
    'Leading or trailing params not allowed',
    400,
    'A template may not begin or end with a variable.',
    'Put a word before or after it.',
  ),
};

/** Plain words for a code; an unknown code still gives an honest sentence. */
export function explainMetaError(code: number): MetaErrorExplanation {
  const known = metaErrorTable[code];
  if (known) return known;
  if (code >= 200 && code <= 299) {
    return tell(
      'Permission Denied',
      403,
      'The app lacks a permission for this at WhatsApp.',
      'An admin has to grant it.',
    );
  }
  const sentence = `WhatsApp refused this for a reason that is not known here (error ${code}).`;
  return tell('Unknown error', 400, sentence, 'Try again; if it comes again, tell your admin.');
}

/** What an agent should know about a code: what happened, and what to do. */
export function metaErrorInWords(code: number): string {
  const { sentence, next } = explainMetaError(code);
  return `${sentence} ${next}`;
}

/** Meta names a refused SDP with either code. */
export const isSdpRefusal = (code: number, details: string | undefined): boolean =>
  code === 138008 || (code === 100 && /sdp|fingerprint|ice-|ssrc|setup/i.test(details ?? ''));
