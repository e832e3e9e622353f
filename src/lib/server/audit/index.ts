export { carryOutOnce, type Command, type CommandReused } from './carry-out-once';
export { recordAudit, recordReading, recordStaffAudit, type AuditLine } from './record';
export { MISSED_LIMIT, listMissedEvents } from './list-missed-events';
export { recordAudits, type CaseAuditLine } from './record-many';
export { listJournal, type JournalLine } from './list-journal';
