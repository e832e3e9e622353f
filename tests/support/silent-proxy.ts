import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What stands between a client and a server on this machine, and can lose the connections through it without a word. */
export interface SilentProxy {
  /** The same address, through the proxy. */
  readonly url: string;
  /** How many connections went through so far. */
  readonly count: () => number;
  /** From now on nothing of the connections that are open arrives, either way, and none is ended. New ones work. */
  silence(): void;
  close(): Promise<void>;
}

/** Opens a proxy on loopback to the server of this address. */
export async function openSilentProxy(target: string): Promise<SilentProxy> {
  const { hostname, port } = new URL(target);
  const pairs: (readonly [Socket, Socket])[] = [];
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    pairs.push([near, far]);
    for (const [from, to] of [
      [near, far],
      [far, near]
    ] as const) {
      from.on('error', () => undefined);
      from.pipe(to);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.toString(),
    count: () => pairs.length,
    silence() {
      for (const socket of pairs.flat()) socket.unpipe().resume();
    },
    async close() {
      for (const socket of pairs.flat()) socket.destroy();
      server.close();
      await once(server, 'close');
    }
  };
}
