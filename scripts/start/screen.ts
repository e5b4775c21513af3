/** Whether a window could be shown. @returns null, or a sentence that says why not */
export function whyNoScreen(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string | null {
  if (platform !== 'linux' || env.DISPLAY || env.WAYLAND_DISPLAY) return null;
  return 'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window was opened.';
}
