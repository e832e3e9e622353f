import type { MailOutcome } from '../../src/lib/server/platform/mailer';

/** A way out for e-mail that answers as a test says, and keeps what it was given. */
export interface MadeUpMail {
  readonly ways: {
    readonly mailer: {
      readonly isReal: boolean;
      deliver(mail: { to: string }): Promise<MailOutcome>;
      close(): void;
    };
    readonly sms: { deliver(): Promise<MailOutcome> };
  };
  /** To whom, in order. */
  readonly given: string[];
}

/** `answer` is asked at each mail; the real server would have it once it says `sent` or `unknown`. */
export function madeUpMail(answer: () => MailOutcome): MadeUpMail {
  const given: string[] = [];
  return {
    given,
    ways: {
      mailer: {
        isReal: true,
        deliver: async ({ to }) => {
          const outcome = answer();
          if (outcome.kind === 'sent' || outcome.kind === 'unknown') given.push(to);
          return outcome;
        },
        close: () => undefined
      },
      sms: { deliver: async () => ({ kind: 'kept' }) }
    }
  };
}
