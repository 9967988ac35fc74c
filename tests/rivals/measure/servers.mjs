// Servers that run beside the measuring, each as a process of its own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * Starts the rivals' server.
 * @param {string} folder with their sites
 * @returns {Promise<{addresses: Record<string, string>, stop: () => Promise<void>}>}
 */
export async function serveRivals(folder) {
  const script = fileURLToPath(new URL('../serve.mjs', import.meta.url));
  const server = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = async () => {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  };
  for await (const line of createInterface({ input: server.stdout })) {
    const told = /^The rivals are at (.*)$/.exec(line);
    if (told) return { addresses: JSON.parse(told[1]), stop };
  }
  throw new Error('The rivals\' server ended before it said where it is.');
}
