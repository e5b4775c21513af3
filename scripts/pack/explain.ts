/**
 * What stopped a package, in one sentence. electron-builder fetches its tools (fpm, NSIS, WiX, AppImage) when it needs them, and a
 * machine without GitHub hears only of a failed request.
 * @param wanted what was to be made, as the subject of the sentence
 */
export function explainFailure(error: unknown, wanted: string): string {
  const text = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
  const host = text.match(/https?:\/\/[^\s"'<>)]+[\w/]/)?.[0] ?? text.match(/(?:ENOTFOUND|EAI_AGAIN)\s+([\w.-]+)/)?.[1];
  const unreachable = /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|fetch failed|status code \d{3}/i.test(
    text,
  );
  if (unreachable)
    return `${wanted} was not made: a tool for it could not be downloaded from ${host ?? 'the network'}.`;
  return `${wanted} was not made: ${firstLine(text)}`;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.trim() ?? '';
}
