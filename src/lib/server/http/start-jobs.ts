import type { CaseId, Id } from '$lib/kernel';
import { remindOfClaims, rescreenDue, tellAidNews } from '../aids';
import { deliver, deliverDue } from '../contact-policy';
import { makeMailer } from '../platform/mailer';
import { makeSmsGateway } from '../platform/sms-gateway';
import type { Runtime } from '../platform/env';
import { log } from '../platform/logger';
import { startQueue, stopQueue } from '../platform/queue';
import { onClose, onDrain } from '../platform/shutdown';
import { remindOfInstalments } from '../plans';
import { endOfDay } from '../privacy';
import { inviteAfterService } from '../surveys';
import { screenParts } from './screen-parts';

/** Starts the jobs of this process: outgoing post, and what ends by itself at night. */
export async function startJobs(runtime: Runtime): Promise<void> {
  const mailer = makeMailer(runtime.settings.smtpUrl, runtime.settings.mailFrom);
  const ways = { mailer, sms: makeSmsGateway(runtime.settings.smsUrl) };
  await startQueue(
    runtime.appDirectUrl,
    {
      deliver: ({ caseId, deliveryId }) => deliver(ways, caseId as CaseId, deliveryId as Id<'delivery'>),
      'deliver-due': async () => void (await deliverDue(ways)),
      'end-of-day': endOfDay,
      'invite-to-surveys': async () => void (await inviteAfterService(runtime.settings.origin)),
      'rescreen-aids': async () => {
        if ((await rescreenDue(screenParts)) > 0) await tellAidNews(runtime.settings.origin);
      },
      'tell-aid-news': async () => void (await tellAidNews(runtime.settings.origin)),
      'remind-of-claims': async () => void (await remindOfClaims(runtime.settings.origin)),
      'remind-of-instalments': async () => void (await remindOfInstalments(runtime.settings.origin))
    },
    (error, job) => log().error('job_failed', { error, ...(job && { job }) })
  );
  onDrain(stopQueue);
  onClose(() => mailer.close());
}
