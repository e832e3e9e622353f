import type { MailOutcome } from './mailer';
import { errorCode } from './startup-failure';

/** An SMS, already allowed by the contact policy. */
export interface OutgoingSms {
  /** In E.164. */
  readonly to: string;
  readonly text: string;
  /** Unique and stable across retries: sent as `Idempotency-Key`, so that a gateway can drop a double. */
  readonly deliveryId: string;
}

/** The way out for SMS. Only the contact policy's door may use it. */
export interface SmsGateway {
  /** Tries once; never throws. The outcomes are those of e-mail. */
  deliver(sms: OutgoingSms): Promise<MailOutcome>;
}

const TIMEOUT_MS = 20_000;
/** Never reached the gateway: there was no connection to carry the text. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * Sends by the firm's HTTP gateway, or keeps everything when `smsUrl` is null: one POST of `{to, text, id}` as JSON.
 * An account and secret in the address go in the `Authorization` header, never in what is asked for.
 */
export function makeSmsGateway(smsUrl: string | null): SmsGateway {
  if (smsUrl === null) return { deliver: async () => ({ kind: 'kept' }) };
  const { address, authorization } = splitAddress(smsUrl);
  return { deliver: (sms) => deliver(address, authorization, sms) };
}

async function deliver(
  address: string,
  authorization: string | null,
  { to, text, deliveryId }: OutgoingSms
): Promise<MailOutcome> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': deliveryId,
        ...(authorization && { authorization })
      },
      body: JSON.stringify({ to, text, id: deliveryId }),
      // a gateway that sends elsewhere could send the number and the text anywhere
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS)
    });
    await answer.body?.cancel();
    return outcomeOfStatus(answer.status);
  } catch (error) {
    const code = errorCode(error instanceof Error ? error.cause : error) || 'error';
    return { kind: NEVER_CONNECTED.has(code) ? 'unreachable' : 'unknown', reason: code };
  }
}

/** Busy or too many is "later"; any other fault of the gateway may have come after it took the text. */
function outcomeOfStatus(status: number): MailOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  const reason = `http_${status}`;
  if (status === 429 || status === 503) return { kind: 'unreachable', reason };
  return { kind: status >= 400 && status < 500 ? 'refused' : 'unknown', reason };
}

function splitAddress(smsUrl: string): { address: string; authorization: string | null } {
  const url = new URL(smsUrl);
  const account = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = '';
  url.password = '';
  const authorization = account === ':' ? null : `Basic ${Buffer.from(account).toString('base64')}`;
  return { address: url.href, authorization };
}
