import { eq } from 'drizzle-orm';
import { localDate, type CaseId, type StaffId } from '$lib/kernel';
import { reading, type Read } from '../db';
import { caseFiles } from '../db/schema/cases';
import type { CaseHead } from './case-file-repository';

/** What her own pages need of the head of her case: read at every page, so nothing more. */
export type OwnCaseHead = Pick<
  CaseHead,
  | 'reference'
  | 'firstName'
  | 'identity'
  | 'timeZone'
  | 'referentId'
  | 'standInId'
  | 'standInUntil'
  | 'unreadByDebtor'
  | 'questionnaireStartedAt'
  | 'questionnaireDoneAt'
  | 'routingRequestedAt'
  | 'closedAt'
  | 'closingReason'
>;

/** The head of a case as her own pages show it. */
export function ownCaseHead(caseId: CaseId): Read<OwnCaseHead> {
  return ownCaseHeadOf({ caseId }, ([row]) => {
    if (!row) throw new Error('A case that was entered is not there');
    return {
      ...row,
      referentId: row.referentId as StaffId | null,
      standInId: row.standInId as StaffId | null,
      standInUntil: row.standInUntil === null ? null : localDate(row.standInUntil)
    };
  });
}

const ownCaseHeadOf = reading(
  {
    reference: caseFiles.reference,
    firstName: caseFiles.firstName,
    identity: caseFiles.identity,
    timeZone: caseFiles.timeZone,
    referentId: caseFiles.referentId,
    standInId: caseFiles.standInId,
    standInUntil: caseFiles.standInUntil,
    unreadByDebtor: caseFiles.unreadByDebtor,
    questionnaireStartedAt: caseFiles.questionnaireStartedAt,
    questionnaireDoneAt: caseFiles.questionnaireDoneAt,
    routingRequestedAt: caseFiles.routingRequestedAt,
    closedAt: caseFiles.closedAt,
    closingReason: caseFiles.closingReason
  },
  ['caseId'],
  (select, { caseId }) => select.from(caseFiles).where(eq(caseFiles.id, caseId))
);
