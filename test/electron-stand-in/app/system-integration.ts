import { EventEmitter } from 'node:events';
import { NotImplemented } from '../strict.ts';

type LoginItem = Electron.Settings;

/** What `app` tells the desktop about itself. Nothing of it reaches the machine: tests read what was set. */
export class SystemIntegration extends EventEmitter {
  readonly protocolClients = new Set<string>();
  loginItem: LoginItem = {};
  appUserModelId = '';
  toastActivator = '';
  desktopName = '';
  jumpList: Electron.JumpListCategory[] | null = null;
  badgeCount = 0;
  accessibilitySupportEnabled = false;
  userAgentFallback = '';
  readonly runningUnderARM64Translation = false;
  readonly dock = undefined;

  setAsDefaultProtocolClient(protocol: string): boolean {
    this.protocolClients.add(protocol);
    return true;
  }
  removeAsDefaultProtocolClient(protocol: string): boolean {
    return this.protocolClients.delete(protocol);
  }
  isDefaultProtocolClient(protocol: string): boolean {
    return this.protocolClients.has(protocol);
  }
  getApplicationNameForProtocol(url: string): string {
    return this.protocolClients.has(url.split(':')[0] ?? '') ? 'Electron' : '';
  }

  setLoginItemSettings(settings: LoginItem): void {
    this.loginItem = { ...settings };
  }
  getLoginItemSettings(): Electron.LoginItemSettings {
    const openAtLogin = this.loginItem.openAtLogin ?? false;
    return {
      openAtLogin,
      executableWillLaunchAtLogin: openAtLogin,
      wasOpenedAtLogin: false,
      status: openAtLogin ? 'enabled' : 'not-registered',
      launchItems: [],
    };
  }

  setAppUserModelId(id: string): void {
    this.appUserModelId = id;
  }
  setToastActivatorCLSID(id: string): void {
    this.toastActivator = id;
  }
  get toastActivatorCLSID(): string {
    return this.toastActivator;
  }
  setDesktopName(name: string): void {
    this.desktopName = name;
  }
  setJumpList(categories: Electron.JumpListCategory[] | null) {
    this.jumpList = categories;
    return 'ok' as const;
  }
  setUserTasks(): boolean {
    return true;
  }
  setBadgeCount(count = 0): boolean {
    this.badgeCount = count;
    return true;
  }
  getBadgeCount(): number {
    return this.badgeCount;
  }
  addRecentDocument(): void {}
  clearRecentDocuments(): void {}
  setAboutPanelOptions(): void {}
  showAboutPanel(): void {}
  setActivationPolicy(): void {}
  disableHardwareAcceleration(): void {}
  isHardwareAccelerationEnabled(): boolean {
    return false;
  }
  isAccessibilitySupportEnabled(): boolean {
    return this.accessibilitySupportEnabled;
  }
  setAccessibilitySupportEnabled(enabled: boolean): void {
    this.accessibilitySupportEnabled = enabled;
  }
  isInApplicationsFolder(): boolean {
    throw new NotImplemented('app.isInApplicationsFolder (macOS only)');
  }
  getLocale(): string {
    return 'en-US';
  }
  getSystemLocale(): string {
    return 'en-US';
  }
  getLocaleCountryCode(): string {
    return 'US';
  }
  getPreferredSystemLanguages(): string[] {
    return ['en-US'];
  }
  getGPUFeatureStatus(): Electron.GPUFeatureStatus {
    throw new NotImplemented('app.getGPUFeatureStatus');
  }
}
