import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Which way bytes go: `asked` from the client to the server, `answered` back. */
export type Way = 'asked' | 'answered';

/** What stands between a client and a server on this machine, and can cut the connection at any byte. */
export interface CuttingProxy {
  /** The same address, through the proxy. */
  readonly url: string;
  /** Counts anew; lets so many bytes through one way, then cuts both ways at once. Null: cuts nothing. */
  cutAfter(way: Way, bytes: number | null): void;
  /** How many bytes went each way since. */
  count(): Readonly<Record<Way, number>>;
  close(): Promise<void>;
}

/** Opens a proxy on loopback to the server of this address. A cut is a reset, as when a network is gone. */
export async function openCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let gone: Record<Way, number> = { asked: 0, answered: 0 };
  let cut: { way: Way; bytes: number } | null = null;

  const pass = (from: Socket, to: Socket, way: Way) => {
    from.on('data', (chunk: Buffer) => {
      const left = cut?.way === way ? cut.bytes - gone[way] : Infinity;
      gone[way] += Math.min(left, chunk.length);
      if (chunk.length < left) return void to.write(chunk);
      cut = null;
      // what was let through arrives before the reset
      to.write(chunk.subarray(0, left), () => [from, to].forEach((socket) => socket.resetAndDestroy()));
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  };

  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    sockets.add(near).add(far);
    for (const socket of [near, far]) socket.setNoDelay(true);
    pass(near, far, 'asked');
    pass(far, near, 'answered');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.toString(),
    cutAfter(way, bytes) {
      gone = { asked: 0, answered: 0 };
      cut = bytes === null ? null : { way, bytes };
    },
    count: () => ({ ...gone }),
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    }
  };
}
