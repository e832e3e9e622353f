import { createTransport, type Transporter } from 'nodemailer';
import { errorCode, errorText } from './startup-failure';

/** An e-mail, already allowed by the contact policy. Plain text: it must be readable everywhere. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Unique and stable across retries, so that a mailbox can drop a double: becomes the Message-ID. */
  readonly deliveryId: string;
}

/**
 * What became of it. `unknown`: the server may have taken it, so it must never be sent again by itself.
 * `unreachable`: certainly not taken, try later. `refused`: will never be taken. `kept`: no SMTP is set.
 */
export type MailOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'kept' }
  | { readonly kind: 'refused' | 'unreachable' | 'unknown'; readonly reason: string };

/** The way out for e-mail. Only the contact policy's door may use it. */
export interface Mailer {
  /** Whether mail really leaves; otherwise it is kept, and screens say so. */
  readonly isReal: boolean;
  /** Tries once; never throws. */
  deliver(mail: OutgoingMail): Promise<MailOutcome>;
  close(): void;
}

/** Steps of an SMTP conversation that come before the server has the text. */
const BEFORE_TEXT = /^(EHLO|HELO|LHLO|STARTTLS|AUTH.*|MAIL FROM|RCPT TO|API)$/;
/** nodemailer says `CONN` for a connection lost at any moment: only these never reached a conversation. */
const NEVER_CONNECTED = /^(EDNS|ECONNREFUSED|ETLS)$|Greeting never received|Connection timeout/;

/** How long a mail server may say nothing, in milliseconds: until it greets, and at any moment afterwards. */
export interface Patience {
  readonly greetingMs: number;
  readonly silenceMs: number;
}

const PATIENCE: Patience = { greetingMs: 10_000, silenceMs: 30_000 };

/** Sends by SMTP, or keeps everything when `smtpUrl` is null. `from` is the sender's address. */
export function makeMailer(smtpUrl: string | null, from: string, patience: Patience = PATIENCE): Mailer {
  if (smtpUrl === null) {
    return { isReal: false, deliver: async () => ({ kind: 'kept' }), close: () => {} };
  }
  const transport = createTransport(withManners(smtpUrl, patience));
  return {
    isReal: true,
    deliver: (mail) => deliver(transport, from, mail),
    close: () => transport.close()
  };
}

/** The address with how we use it: nodemailer takes what stands beside an address for nothing, without a word. */
function withManners(smtpUrl: string, { greetingMs, silenceMs }: Patience): string {
  const url = new URL(smtpUrl);
  const manners = {
    connectionTimeout: greetingMs,
    greetingTimeout: greetingMs,
    socketTimeout: silenceMs,
    // it sends a message again when a connection closes in the middle, and twice is worse than late
    pool: false,
    // the content is ours: it must not be able to read files or fetch addresses
    disableFileAccess: true,
    disableUrlAccess: true
  };
  for (const [name, value] of Object.entries(manners)) url.searchParams.set(name, String(value));
  return url.href;
}

async function deliver(transport: Transporter, from: string, mail: OutgoingMail): Promise<MailOutcome> {
  const domain = from.split('@').at(-1)?.replace('>', '') ?? 'localhost';
  try {
    await transport.sendMail({
      from,
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.deliveryId}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' }
    });
    return { kind: 'sent' };
  } catch (error) {
    return outcomeOf(error);
  }
}

function outcomeOf(error: unknown): MailOutcome {
  const { command = '', responseCode } = error as { command?: string; responseCode?: number };
  const reason = [errorCode(error) || 'error', responseCode].filter(Boolean).join('_');
  if (responseCode !== undefined && responseCode >= 500 && !command.startsWith('AUTH')) {
    return { kind: 'refused', reason };
  }
  const isBeforeText = BEFORE_TEXT.test(command) || wasNeverConnected(error);
  return { kind: responseCode !== undefined || isBeforeText ? 'unreachable' : 'unknown', reason };
}

function wasNeverConnected(error: unknown): boolean {
  const { syscall } = error as { syscall?: string };
  return (
    syscall === 'connect' || [errorCode(error), errorText(error)].some((text) => NEVER_CONNECTED.test(text))
  );
}
