import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export type BenchServer = { url: string; tokens: string[]; stop(): void };

const helloSchema = z.object({ url: z.string(), tokens: z.array(z.string()).default([]) });

/** Starts one of the servers of this folder in a process and a data folder of its own. */
export async function startServer(file: string, ...args: string[]): Promise<BenchServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ringdesk-bench-'));
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [path, dataDir, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const hello = helloSchema.parse(JSON.parse(await firstLine(child)));
  return {
    ...hello,
    stop() {
      child.kill('SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Resident memory as the server itself says, MB. */
export async function residentMegabytes(server: BenchServer): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const bytes = /^(?:ringdesk_)?process_resident_memory_bytes (\S+)$/m.exec(text)?.[1];
  return Number(bytes) / 1024 / 1024;
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`server ended with ${code}`)));
    if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve);
  });
}
