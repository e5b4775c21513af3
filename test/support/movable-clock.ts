/** Run before a program (`node --import`): its parent may move its time forward, by milliseconds. Timers that run already keep their pace. */
const real = Date.now;
let ahead = 0;
Date.now = () => real() + ahead;
process.on('message', (forwardMs) => {
  if (typeof forwardMs !== 'number') return;
  ahead += forwardMs;
  process.send?.('moved');
});
process.channel?.unref();
