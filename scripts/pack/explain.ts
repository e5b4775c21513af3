/**
 * What stopped the installers, in one sentence. electron-builder fetches its tools (fpm, NSIS, WiX, AppImage) when it needs them, and a
 * machine without GitHub hears only of a failed request.
 */
export function explainFailure(error: unknown, wanted: 'The app was' | 'The installers were'): string {
  const text = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
  const address = text.match(/https?:\/\/[^\s"'<>)]+/)?.[0];
  const unreachable =
    /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|fetch failed|status code \d{3}|getaddrinfo/i.test(text);
  if (unreachable && address !== undefined) return `${wanted} not made: ${address} could not be downloaded.`;
  if (unreachable)
    return `${wanted} not made: a tool of electron-builder could not be downloaded (${firstLine(text)}).`;
  return `${wanted} not made: ${firstLine(text)}`;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.trim() ?? '';
}
