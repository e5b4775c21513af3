/** The page of a customer's phone: the person's microphone goes to the sandbox, which carries it into the call. */

const $ = (id) => document.getElementById(id);
const form = $('person');
const talk = $('talk');
const ear = new Audio();
ear.autoplay = true;

let person;
let peer;
let events;
let current = null;

const ask = async (path, body) => {
  const answer = await fetch(`/phone/people${path}`, {
    method: 'POST',
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const read = text === '' ? {} : JSON.parse(text);
  if (!answer.ok) throw new Error(read.detail ?? 'The sandbox refused');
  return read;
};

const trouble = (error) => {
  $('trouble').textContent = error instanceof Error ? error.message : String(error);
};

const attempt = (work) => async (event) => {
  event?.preventDefault();
  $('trouble').textContent = '';
  try {
    await work();
  } catch (error) {
    trouble(error);
    if (current === null || current.phase === 'ended') leave();
  }
};

/** Makes the offer whole before it goes: there is no trickle here. */
const gathered = (connection) =>
  new Promise((resolve) => {
    const look = () => connection.iceGatheringState === 'complete' && resolve(connection.localDescription.sdp);
    connection.addEventListener('icegatheringstatechange', look);
    look();
  });

const join = async (path) => {
  leave();
  const microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
  peer = new RTCPeerConnection();
  for (const track of microphone.getTracks()) peer.addTrack(track, microphone);
  peer.ontrack = ({ track }) => {
    ear.srcObject = new MediaStream([track]);
  };
  await peer.setLocalDescription();
  const { sdp } = await ask(`/${person}/${path}`, { sdp: await gathered(peer) });
  await peer.setRemoteDescription({ type: 'answer', sdp });
};

const leave = () => {
  for (const sender of peer?.getSenders() ?? []) sender.track?.stop();
  peer?.close();
  peer = undefined;
};

const words = {
  ringing: ({ direction }) => (direction === 'user' ? 'Ringing…' : 'The business is calling'),
  preAccepted: () => 'Connecting…',
  active: () => 'On call',
  ended: ({ startedAt, endedBy }) => {
    if (endedBy === 'failure') return 'The call failed';
    return startedAt === null ? 'Not answered' : 'Call ended';
  },
};

const show = (call) => {
  if (current?.phase !== 'ended' && call?.phase === 'ended') leave();
  current = call;
  const alive = call !== null && call.phase !== 'ended';
  const comesIn = alive && call.direction === 'business' && call.phase === 'ringing';
  talk.hidden = call === null;
  form.hidden = alive;
  if (call === null) return;
  $('who').textContent = 'Sandbox Business';
  const word = words[call.phase](call);
  if ($('state').textContent !== word) $('state').textContent = word;
  $('answer').hidden = !comesIn;
  $('decline').hidden = !comesIn;
  $('hang-up').hidden = !alive || comesIn;
  $('level').value = call.heardDb;
  tick();
};

const tick = () => {
  const running = current?.phase === 'active' && current.startedAt !== null;
  const seconds = running ? Math.max(0, Math.floor((Date.now() - current.startedAt) / 1000)) : 0;
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  $('duration').textContent = running ? clock : '';
};
setInterval(tick, 1000);

const signIn = async () => {
  const entries = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim() !== ''));
  const { id } = await ask('', entries);
  if (id === person) return;
  person = id;
  events?.close();
  events = new EventSource(`/phone/people/${id}/events`);
  events.onmessage = ({ data }) => show(JSON.parse(data).call);
};

form.addEventListener(
  'submit',
  attempt(async () => {
    await signIn();
    await join('call');
  }),
);
$('wait').addEventListener(
  'click',
  attempt(async () => {
    await signIn();
    talk.hidden = false;
    $('who').textContent = 'Waiting';
    $('state').textContent = 'This phone rings when the business calls';
  }),
);
$('answer').addEventListener(
  'click',
  attempt(() => join('answer')),
);
$('decline').addEventListener(
  'click',
  attempt(() => ask(`/${person}/decline`)),
);
$('hang-up').addEventListener(
  'click',
  attempt(() => ask(`/${person}/hang-up`)),
);
