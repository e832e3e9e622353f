import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { makeMailer, type OutgoingMail } from './mailer';

const mail: OutgoingMail = {
  to: 'lea.martin@example.fr',
  subject: 'Un message pour vous',
  text: 'Bonjour,\n\nVotre référent vous a écrit.',
  deliveryId: '0192f0c1-0000-7000-8000-000000000001'
};

/** How a made-up server departs from the ordinary: an answer to a command, or the line cut after the text. */
interface Manners {
  readonly answers?: Record<string, string>;
  readonly cutsAfterText?: boolean;
}

let server: Server | undefined;
let received: string[] = [];

afterEach(async () => {
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

function converse(socket: Socket, { answers = {}, cutsAfterText }: Manners): void {
  let isText = false;
  socket.on('error', () => {});
  socket.write('220 test\r\n');
  socket.on('data', (chunk) => {
    for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
      if (isText) {
        received.push(line);
        if (line !== '.') continue;
        isText = false;
        if (cutsAfterText) return socket.destroy();
        socket.write(`${answers['.'] ?? '250 taken'}\r\n`);
        continue;
      }
      const command = line.split(/[ :]/)[0] ?? '';
      isText = command === 'DATA' && !answers.DATA;
      socket.write(`${answers[command] ?? (isText ? '354 go on' : '250 ok')}\r\n`);
      if (command === 'QUIT') socket.end();
    }
  });
}

async function deliverTo(manners: Manners) {
  const mailer = makeMailer(await smtpServer(manners), 'Oxygène <bonjour@oxygene.example>');
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
});
