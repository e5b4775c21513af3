import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Waits until nobody else has the turn, and takes it. A turn of a process that died counts as given up.
 *
 * @param {string} file names whoever has the turn
 * @param {() => void} onWaiting called once, when there is somebody to wait for
 * @returns {() => void} gives it up
 */
export function takeTurn(file, onWaiting) {
  mkdirSync(dirname(file), { recursive: true });
  for (let waited = false; !take(file); waited = true) {
    if (!waited) onWaiting();
    sleep(250);
  }
  const giveUp = () => rmSync(file, { force: true });
  process.once('exit', giveUp);
  return giveUp;
}

/** @param {string} file */
function take(file) {
  const mine = `${file}.${process.pid}`;
  try {
    // Linked, not written in place: whoever finds the file finds a name in it.
    writeFileSync(mine, String(process.pid));
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(holderOf(file))) rmSync(file, { force: true });
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** @param {string} file */
function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** @param {number} ms */
function sleep(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
