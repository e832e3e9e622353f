import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { makeSmsGateway } from './sms-gateway';

interface Received {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A gateway on this machine that answers with a status, or hangs up when it is null. */
async function aGateway(status: number | null, account = ''): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ method: request.method ?? '', headers: request.headers, body });
      if (status === null) return void request.socket.destroy();
      response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:9/' } : {}).end('ok');
    });
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://${account}127.0.0.1:${port}/sms?from=Oxygene`, received };
}

const SMS = { to: '+33612345678', text: 'Oxygène. Une réponse vous attend.', deliveryId: 'd-1' };

describe('the SMS gateway', () => {
  it('posts the number, the text and the id as JSON, with the account of the address in a header', async () => {
    const { url, received } = await aGateway(202, 'oxygene:s%40cret@');
    expect(await makeSmsGateway(url).deliver(SMS)).toEqual({ kind: 'sent' });
    expect(received).toHaveLength(1);
    const [{ method, headers, body }] = received as [Received];
    expect(method).toBe('POST');
    expect(headers).toMatchObject({
      authorization: `Basic ${Buffer.from('oxygene:s@cret').toString('base64')}`,
      'idempotency-key': 'd-1',
      'content-type': 'application/json'
    });
    expect(JSON.parse(body)).toEqual({ to: SMS.to, text: SMS.text, id: 'd-1' });
  });

  it.each([
    [200, 'sent'],
    [400, 'refused'],
    [401, 'refused'],
    [429, 'unreachable'],
    [500, 'unknown'],
    [503, 'unreachable'],
    [302, 'unknown'],
    [null, 'unknown']
  ] as const)('answered %s: %s', async (status, kind) => {
    const { url, received } = await aGateway(status);
    const outcome = await makeSmsGateway(url).deliver(SMS);
    expect(outcome.kind).toBe(kind);
    expect(received).toHaveLength(1);
    // what is kept of a failure names neither her nor what was written
    expect(JSON.stringify(outcome)).not.toMatch(/33612345678|attend/);
  });

  it('that is not there is tried later', async () => {
    const { url } = await aGateway(200);
    await new Promise((resolve) => server!.close(resolve));
    expect(await makeSmsGateway(url).deliver(SMS)).toMatchObject({ kind: 'unreachable' });
  });

  it('without an address keeps everything', async () => {
    expect(await makeSmsGateway(null).deliver(SMS)).toEqual({ kind: 'kept' });
  });
});
