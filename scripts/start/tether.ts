/**
 * Loaded before each part that `npm start` starts: when that lets go, or dies in whatever way, the part stops as if it had been asked
 * to. So nothing is left behind, and stopping is the same on every system.
 */
process.once('disconnect', () => {
  if (process.listenerCount('SIGTERM') === 0) process.exit(0);
  process.emit('SIGTERM');
});
process.channel?.unref();
