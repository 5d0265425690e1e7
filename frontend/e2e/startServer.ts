import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/**
 * Starts the packaged server with the example review on a free port and an empty data folder, and stops it when the
 * tests are over. `WINNOW_E2E_URL` names a server that runs already.
 */
export default async function startServer(): Promise<() => Promise<void>> {
  if (process.env.WINNOW_E2E_URL) return () => Promise.resolve();
  const data = await mkdtemp(path.join(tmpdir(), 'winnow-e2e-'));
  const server = spawn(
    path.resolve('..', 'winnow'),
    ['demo', '--json', '--port', String(await freePort()), '--data', data],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    process.env.WINNOW_E2E_URL = await addressOf(server);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function addressOf(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('The server has no output.');
  for await (const line of createInterface({ input: server.stdout })) {
    if (!line.startsWith('{')) continue;
    const said: unknown = JSON.parse(line);
    if (typeof said === 'object' && said !== null && 'url' in said && typeof said.url === 'string')
      return said.url;
  }
  throw new Error('The server ended before it was ready.');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
