/** Meta's error codes in plain words. Meta: Cloud API Calling, troubleshooting; Cloud API error codes. */

export type MetaErrorExplanation = {
  /** Meta's short title, as in `error.message`. */
  readonly title: string;
  /** The HTTP status that Meta answers with; 400 for codes that come only inside webhooks. */
  readonly http: number;
  /** What an agent or an admin should know, without a code in it. */
  readonly sentence: string;
};

const tell = (title: string, http: number, sentence: string): MetaErrorExplanation => ({ title, http, sentence });

export const metaErrorTable: Readonly<Record<number, MetaErrorExplanation>> = {
  0: tell('AuthException', 401, 'WhatsApp does not accept the access token. An admin has to renew it.'),
  3: tell('API Method', 500, 'The app lacks a permission for this at WhatsApp. An admin has to grant it.'),
  4: tell('API Too Many Calls', 400, 'The app has asked WhatsApp too often. Try again in a while.'),
  10: tell('Permission Denied', 403, 'The app lacks a permission for this at WhatsApp. An admin has to grant it.'),
  33: tell('Parameter value is not valid', 400, 'The phone number id is unknown at WhatsApp or has been deleted.'),
  100: tell('Invalid parameter', 400, 'WhatsApp did not understand the request.'),
  190: tell('Access token has expired', 401, 'The access token has expired. An admin has to renew it.'),
  613: tell(
    'Calls to this api have exceeded the rate limit',
    429,
    'Permission was looked up too often. Try again in a moment.',
  ),
  80007: tell('Rate limit issues', 400, 'The WhatsApp account has reached its rate limit. Try again in a while.'),
  130429: tell('Rate limit hit', 400, 'Too many messages at once. Try again in a moment.'),
  131000: tell('Something went wrong', 500, 'Something went wrong at WhatsApp. Try again.'),
  131005: tell('Access denied', 403, 'The app may not do this at WhatsApp. An admin has to grant the permission.'),
  131008: tell('Required parameter is missing', 400, 'The request to WhatsApp was incomplete.'),
  131009: tell('Parameter value is not valid', 400, 'A value in the request is not supported for this number.'),
  131016: tell('Service unavailable', 500, 'WhatsApp is unavailable at the moment. Try again.'),
  131021: tell('Recipient cannot be sender', 400, 'The business number cannot write to or call itself.'),
  131026: tell(
    'Message undeliverable',
    400,
    'The message cannot be delivered: the customer is not on WhatsApp or uses an old version.',
  ),
  131030: tell(
    'Recipient phone number not in allowed list',
    400,
    'This is a test number, and the customer is not in its list of allowed recipients.',
  ),
  131031: tell('Business Account locked', 403, 'The WhatsApp account is locked. An admin has to look into it at Meta.'),
  131042: tell(
    'Business eligibility payment issue',
    400,
    'The WhatsApp account has a payment problem. An admin has to fix it at Meta.',
  ),
  131044: tell(
    'Business eligibility payment issue',
    400,
    'A customer could not get through: the WhatsApp account has no valid payment method.',
  ),
  131047: tell(
    'Re-engagement message',
    400,
    'More than 24 hours have passed since the customer last wrote or called. Send a template instead.',
  ),
  131048: tell(
    'Spam rate limit hit',
    400,
    'Too many customers marked messages of this number as spam. Sending is limited for now.',
  ),
  131055: tell(
    'Method not allowed',
    400,
    'This number is set to SIP, so calls cannot be handled here. An admin can turn SIP off.',
  ),
  131056: tell('Pair rate limit hit', 400, 'Too many messages to this customer in a short time. Wait a little.'),
  132000: tell('Number of parameters does not match', 400, 'The template was sent with the wrong number of values.'),
  132001: tell(
    'Template name does not exist in the translation',
    404,
    'The template does not exist in this language or is not approved.',
  ),
  132012: tell('Parameter format does not match', 400, 'A value does not fit the template.'),
  132015: tell('Template is paused', 400, 'The template is paused at WhatsApp because of its quality.'),
  132016: tell('Template is disabled', 400, 'The template is disabled at WhatsApp because of its quality.'),
  138000: tell('Calling not enabled', 401, 'Calling is turned off for this number. An admin can turn it on.'),
  138001: tell(
    'Receiver uncallable',
    400,
    'This customer cannot be called: not on WhatsApp, or an app that is too old.',
  ),
  138002: tell(
    'Concurrent calls limit',
    429,
    'The number has reached its limit of calls at the same time. Try again when one has ended.',
  ),
  138003: tell('Duplicate call', 400, 'A call with this customer is already going on.'),
  138004: tell('Connection error', 500, 'WhatsApp could not connect the call. Try again.'),
  138005: tell('Call rate limit exceeded', 429, 'The number has placed too many calls today. Try again later.'),
  138006: tell(
    'No approved call permission found',
    401,
    'The customer has not given permission to be called. Ask for permission first.',
  ),
  138007: tell('Connection timeout', 500, 'The call was not set up in time.'),
  138008: tell('SDP Validation error', 400, 'WhatsApp refused the description of the audio connection.'),
  138009: tell(
    'Call permission request limit hit',
    400,
    'This customer has already been asked for permission. Wait before asking again.',
  ),
  138011: tell(
    'No conversation with this user',
    400,
    'There is no conversation with this customer yet. Send a template first.',
  ),
  138012: tell(
    'Business initiated calls limit hit',
    400,
    'This customer has been called as often as is allowed within 24 hours.',
  ),
  138013: tell(
    'Business initiated calling not available',
    400,
    'Calling customers is not available for numbers of this country.',
  ),
  138014: tell(
    'Calling temporarily disabled',
    400,
    'WhatsApp has paused calling for this number because of feedback from customers.',
  ),
  138015: tell(
    'Calling cannot be enabled',
    400,
    'The daily messaging limit is too low to turn calling on: 2,000 customers are needed.',
  ),
  138017: tell(
    'Permanent permission exists',
    400,
    'The customer has already given lasting permission. There is no need to ask.',
  ),
  138018: tell(
    'Technical prerequisites missing',
    400,
    'No app receives the calls of this number. An admin has to subscribe it to calls.',
  ),
  138019: tell('Call setup failed', 400, 'The call could not be set up.'),
  138020: tell('Call relay failed', 400, 'The audio connection to WhatsApp failed.'),
  138021: tell('Media receive timeout', 400, 'WhatsApp received no audio from this side, so the call ended.'),
  138022: tell('Media transmit timeout', 400, 'WhatsApp could not send audio to this side, so the call ended.'),
  138023: tell('No media signals', 400, 'The call was accepted, but no audio was ever exchanged.'),
};

/** Plain words for a code; an unknown code still gives an honest sentence. */
export function explainMetaError(code: number): MetaErrorExplanation {
  const known = metaErrorTable[code];
  if (known) return known;
  if (code >= 200 && code <= 299) {
    return tell('Permission Denied', 403, 'The app lacks a permission for this at WhatsApp. An admin has to grant it.');
  }
  return tell('Unknown error', 400, `WhatsApp refused this for a reason that is not known here (error ${code}).`);
}

/** Meta names a refused SDP with either code. */
export const isSdpRefusal = (code: number, details: string | undefined): boolean =>
  code === 138008 || (code === 100 && /sdp|fingerprint|ice-|ssrc|setup/i.test(details ?? ''));
