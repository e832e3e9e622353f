import { systemActor } from '$lib/access';
import { mayContact } from '$lib/contact-policy';
import { m } from '$lib/i18n';
import type { CaseId } from '$lib/kernel';
import { recordAudit } from '../../audit';
import { holdCase } from '../../cases';
import { loadContactSituation, sendContact } from '../../contact-policy';
import { enter, type Transaction } from '../../db';
import { eachOnItsOwn } from '../../platform/each-on-its-own';
import { now } from '../../platform/runtime';
import { selectCasesToTell, selectOldestNews, settleNews } from './news-repository';

const TELLER = systemActor('tell-aid-news');
const BATCH = 200;
/** What could not be told in this time is not news any more. */
const DAYS_TO_TELL = 30;
const MS_PER_DAY = 86_400_000;

/**
 * Tells people who agreed, and gain, that a rule changed: one calm message for all that changed, through the contact
 * policy, without any amount. Whoever may not be contacted now is tried again the next working day, for thirty days.
 * Answers how many were told.
 */
export async function tellAidNews(origin: string): Promise<number> {
  let told = 0;
  let after = '';
  const all: CaseId[] = [];
  for (;;) {
    const cases = await enter(TELLER, { permission: 'system.rescreen' }, (tx) =>
      selectCasesToTell(tx, after, BATCH)
    );
    all.push(...(cases as CaseId[]));
    after = cases.at(-1) ?? '';
    if (cases.length < BATCH) break;
  }
  await eachOnItsOwn(all, async (caseId) => {
    if (await tellOne(caseId, origin)) told += 1;
  });
  return told;
}

async function tellOne(caseId: CaseId, origin: string): Promise<boolean> {
  const at = now();
  return enter(TELLER, { permission: 'system.rescreen', caseId }, async (tx) => {
    // the second of two that run at the same moment finds that she was told
    await holdCase(tx, caseId);
    const { foundAt, wantsNews } = await selectOldestNews(tx, caseId);
    if (!foundAt) return false;
    const isOld = at.getTime() - foundAt.getTime() > DAYS_TO_TELL * MS_PER_DAY;
    // she may have changed her mind since
    if (!wantsNews || isOld) {
      await settleNews(tx, caseId, 'not_told', at);
      return false;
    }
    if (!(await send(tx, caseId, origin, at))) return false;
    await settleNews(tx, caseId, 'told', at);
    await recordAudit(tx, TELLER, caseId, { action: 'aids.news_sent' }, at);
    return true;
  });
}

/** Asks first, so that a no of the rules leaves no line in her register for something she never saw. */
async function send(tx: Transaction, caseId: CaseId, origin: string, at: Date): Promise<boolean> {
  const situation = await loadContactSituation(tx, caseId, at);
  const channel = situation.noticeChannel;
  if (!channel) return false;
  if (!mayContact({ ...situation, proposed: { channel, purpose: 'aid_news', at } }).ok) return false;
  const link = `${origin}/mes-aides`;
  const post = {
    caseId,
    channel,
    purpose: 'aid_news' as const,
    subject: m.veille_news_subject(),
    body: channel === 'email' ? m.veille_news_body({ link }) : m.veille_news_sms({ link })
  };
  return (await sendContact(tx, TELLER, post, at)).state === 'waiting';
}
