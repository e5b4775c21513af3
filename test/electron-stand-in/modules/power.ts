import { EventEmitter } from 'node:events';
import { refuseUnknown } from '../strict.ts';

type MonitorKeys =
  | 'getCurrentThermalState'
  | 'getSystemIdleState'
  | 'getSystemIdleTime'
  | 'isOnBatteryPower'
  | 'onBatteryPower';

/** Tests say what happens to the machine: `powerMonitor.emit('suspend')`, `'resume'`, `'lock-screen'`, … */
class PowerMonitor extends EventEmitter implements Pick<Electron.PowerMonitor, MonitorKeys> {
  idleSeconds = 0;
  onBatteryPower = false;
  #locked = false;

  constructor() {
    super();
    super.on('lock-screen', () => {
      this.#locked = true;
    });
    super.on('unlock-screen', () => {
      this.#locked = false;
    });
  }
  getSystemIdleTime(): number {
    return this.idleSeconds;
  }
  getSystemIdleState(threshold: number): 'active' | 'idle' | 'locked' {
    if (this.#locked) return 'locked';
    return this.idleSeconds >= threshold ? 'idle' : 'active';
  }
  getCurrentThermalState(): 'nominal' {
    return 'nominal';
  }
  isOnBatteryPower(): boolean {
    return this.onBatteryPower;
  }
}
refuseUnknown(PowerMonitor, 'powerMonitor');

class PowerSaveBlocker implements Pick<Electron.PowerSaveBlocker, 'start' | 'stop' | 'isStarted'> {
  readonly running = new Map<number, string>();
  #last = 0;

  start(type: 'prevent-app-suspension' | 'prevent-display-sleep'): number {
    this.#last += 1;
    this.running.set(this.#last, type);
    return this.#last;
  }
  stop(id: number): boolean {
    return this.running.delete(id);
  }
  isStarted(id: number): boolean {
    return this.running.has(id);
  }
}
refuseUnknown(PowerSaveBlocker, 'powerSaveBlocker');

export const powerMonitor = new PowerMonitor();
export const powerSaveBlocker = new PowerSaveBlocker();
