/**
 * The command that starts this installation again, program first.
 *
 * @param folder the application's folder when it is not packaged: Electron itself is the program then
 */
export function startCommand(
  execPath: string,
  env: Readonly<Record<string, string | undefined>>,
  folder: string | null,
): string[] {
  // An AppImage runs from a place that is another each time.
  const program = env.APPIMAGE || execPath;
  return folder === null ? [program] : [program, folder];
}
