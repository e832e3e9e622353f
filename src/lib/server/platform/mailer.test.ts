import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { makeMailer, type OutgoingMail, type Patience } from './mailer';

const mail: OutgoingMail = {
  to: 'lea.martin@example.fr',
  subject: 'Un message pour vous',
  text: 'Bonjour,\n\nVotre référent vous a écrit.',
  deliveryId: '0192f0c1-0000-7000-8000-000000000001'
};

/**
 * How a made-up server departs from the ordinary: an answer to a command, the line cut or nothing said any more after
 * the text, or slowness.
 */
interface Manners {
  readonly answers?: Record<string, string>;
  readonly cutsAfterText?: boolean;
  /** Says nothing any more: from the beginning on, or once it has the text. */
  readonly falls?: 'silent' | 'silent after the text';
  /** Waits so long before each answer. */
  readonly answersAfterMs?: number;
}

/** Much shorter than in life. */
const SHORT = { greetingMs: 150, silenceMs: 400 };

let server: Server | undefined;
let received: string[] = [];
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  server = undefined;
});

/** Listens with these manners, and answers its address. */
async function smtpServer(manners: Manners): Promise<string> {
  received = [];
  const listening = createServer((socket) => converse(socket, manners));
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

function converse(socket: Socket, { answers = {}, cutsAfterText, falls, answersAfterMs }: Manners): void {
  let isText = false;
  sockets.push(socket);
  socket.on('error', () => {});
  const say = (line: string) => {
    if (answersAfterMs === undefined) socket.write(`${line}\r\n`);
    else setTimeout(() => socket.write(`${line}\r\n`), answersAfterMs);
  };
  if (falls === 'silent') return;
  say('220 test');
  socket.on('data', (chunk) => {
    for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
      if (isText) {
        received.push(line);
        if (line !== '.') continue;
        isText = false;
        if (cutsAfterText) return socket.destroy();
        if (falls) return;
        say(answers['.'] ?? '250 taken');
        continue;
      }
      const command = line.split(/[ :]/)[0] ?? '';
      isText = command === 'DATA' && !answers.DATA;
      say(answers[command] ?? (isText ? '354 go on' : '250 ok'));
      if (command === 'QUIT') socket.end();
    }
  });
}

async function deliverTo(manners: Manners, patience?: Patience) {
  const mailer = makeMailer(await smtpServer(manners), 'Oxygène <bonjour@oxygene.example>', patience);
  const outcome = await mailer.deliver(mail);
  mailer.close();
  return outcome;
}

describe('the mailer', () => {
  it('keeps everything, and says so, when no SMTP is set', async () => {
    const mailer = makeMailer(null, 'bonjour@oxygene.example');
    expect(mailer.isReal).toBe(false);
    expect(await mailer.deliver(mail)).toEqual({ kind: 'kept' });
  });

  it('sends the text once, under the id of the delivery', async () => {
    expect(await deliverTo({})).toEqual({ kind: 'sent' });
    const text = received.join('\n');
    expect(text).toContain(`Message-ID: <${mail.deliveryId}@oxygene.example>`);
    expect(text).toContain('To: lea.martin@example.fr');
    expect(received.filter((line) => line === '.')).toHaveLength(1);
  });

  it('may try later when nobody listens', async () => {
    const url = await smtpServer({});
    await new Promise((resolve) => server?.close(resolve));
    server = undefined;
    expect(await makeMailer(url, 'a@b.example').deliver(mail)).toMatchObject({ kind: 'unreachable' });
  });

  it.each([
    ['RCPT', '451 later'],
    ['DATA', '421 busy'],
    ['.', '452 full']
  ])('may try later when %s is answered by %s', async (command, answer) => {
    expect(await deliverTo({ answers: { [command]: answer } })).toMatchObject({ kind: 'unreachable' });
  });

  it.each([
    ['RCPT', '550 nobody here'],
    ['.', '554 not wanted']
  ])('gives up when %s is answered by %s', async (command, answer) => {
    expect(await deliverTo({ answers: { [command]: answer } })).toMatchObject({ kind: 'refused' });
  });

  it('does not know, and does not send again, when the line is cut after the text', async () => {
    expect(await deliverTo({ cutsAfterText: true })).toMatchObject({ kind: 'unknown' });
    expect(received.filter((line) => line === '.')).toHaveLength(1);
  });

  it('may try later when nobody greets: there was no conversation', async () => {
    expect(await deliverTo({ falls: 'silent' }, SHORT)).toMatchObject({ kind: 'unreachable' });
    expect(received).toEqual([]);
  });

  it('does not know, and does not send again, when nothing is said any more after the text', async () => {
    expect(await deliverTo({ falls: 'silent after the text' }, SHORT)).toMatchObject({ kind: 'unknown' });
    expect(received.filter((line) => line === '.')).toHaveLength(1);
  });

  it('keeps to its own manners, whatever the address says', async () => {
    const url = `${await smtpServer({ falls: 'silent' })}?pool=true&greetingTimeout=20000&name=oxygene`;
    const mailer = makeMailer(url, 'bonjour@oxygene.example', SHORT);
    const startedAt = performance.now();
    expect(await mailer.deliver(mail)).toMatchObject({ kind: 'unreachable' });
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    mailer.close();
  });

  it('waits for a server that is slow, and sends once', async () => {
    expect(await deliverTo({ answersAfterMs: 50 }, SHORT)).toEqual({ kind: 'sent' });
    expect(received.filter((line) => line === '.')).toHaveLength(1);
  });
});
