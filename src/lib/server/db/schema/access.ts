import {
  bigint,
  boolean,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core';
import { caseIdColumn, instant, rowId } from './columns';

/** What a member of staff may do: follow cases, follow a few households closely, or run a team. */
export const staffRole = pgEnum('staff_role', ['referent', 'adviser', 'supervisor']);

/** A team of referents; a supervisor sees the cases of her own team. */
export const teams = pgTable('teams', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull().unique(),
  createdAt: instant('created_at').notNull()
});

/** People who work here. Password and TOTP are both mandatory: `totpConfirmedAt` null means no sign-in yet. */
export const staff = pgTable(
  'staff',
  {
    id: uuid('id').primaryKey(),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id, { onDelete: 'restrict' }),
    role: staffRole('role').notNull(),
    // purpose: sign-in; retention: while employed, then 12 months
    email: text('email').notNull(),
    firstName: text('first_name').notNull(),
    lastName: text('last_name').notNull(),
    passwordHash: text('password_hash').notNull(),
    totpSecretSealed: text('totp_secret_sealed').notNull(),
    totpConfirmedAt: instant('totp_confirmed_at'),
    // a code is accepted once: the last 30-second step used
    totpLastStep: bigint('totp_last_step', { mode: 'number' }),
    active: boolean('active').notNull().default(true),
    awayUntil: date('away_until'),
    standInId: uuid('stand_in_id'),
    // how many open cases she follows: routing takes the least loaded first
    openCases: integer('open_cases').notNull().default(0),
    createdAt: instant('created_at').notNull()
  },
  (table) => [
    uniqueIndex('staff_email_idx').on(table.email),
    index('staff_team_id_role_idx').on(table.teamId, table.role)
  ]
);

/** One-time codes for the day the phone with the TOTP app is lost. */
export const staffRecoveryCodes = pgTable(
  'staff_recovery_codes',
  {
    id: uuid('id').primaryKey(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: instant('used_at')
  },
  (table) => [index('staff_recovery_codes_staff_id_idx').on(table.staffId)]
);

/** Who a session belongs to. */
export const actorKind = pgEnum('actor_kind', ['debtor', 'staff']);

/**
 * Sessions; `id` is the SHA-256 of what the browser holds. A lookup by secret, so it carries no `case_id`:
 * `actorId` is the case for a debtor, the member of staff otherwise.
 */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    actorKind: actorKind('actor_kind').notNull(),
    actorId: uuid('actor_id').notNull(),
    // purpose: list of devices shown to the person ("Chrome, Android"); retention: life of the session
    device: text('device').notNull(),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull()
  },
  (table) => [
    index('sessions_actor_id_idx').on(table.actorId),
    index('sessions_expires_at_idx').on(table.expiresAt)
  ]
);

/** From a reference as printed on a letter to its case. Apart from case_files so that cases can be distributed. */
export const caseReferences = pgTable('case_references', {
  reference: text('reference').primaryKey(),
  caseId: caseIdColumn()
});

/** Links sent by e-mail or SMS: hashed, 72 hours, exchanged once. */
export const accessLinks = pgTable(
  'access_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    caseId: caseIdColumn(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at')
  },
  (table) => [index('access_links_case_id_idx').on(table.caseId)]
);

/** Random codes of ten characters printed in letters, stored with argon2id. */
export const letterCodes = pgTable(
  'letter_codes',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    codeHash: text('code_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at')
  },
  (table) => [primaryKey({ columns: [table.caseId, table.id] })]
);

/** One-time codes sent to a confirmed channel, stored with argon2id, five tries. */
export const oneTimeCodes = pgTable(
  'one_time_codes',
  {
    caseId: caseIdColumn(),
    id: rowId(),
    // `sign_in`, or `confirm_channel` when an address or number is being confirmed
    purpose: text('purpose').notNull(),
    channel: text('channel').notNull(),
    // purpose: the address or number being confirmed, kept until it is; retention: life of the code
    recipientSealed: text('recipient_sealed'),
    codeHash: text('code_hash').notNull(),
    triesLeft: integer('tries_left').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at')
  },
  (table) => [primaryKey({ columns: [table.caseId, table.id] })]
);

/**
 * A sign-in under way: the secret part (link, letter code or one-time code) was given, the two things she knows
 * were not yet. `caseId` is null for a decoy, so that nothing tells whether a reference exists.
 */
export const pendingSignIns = pgTable('pending_sign_ins', {
  tokenHash: text('token_hash').primaryKey(),
  pendingCaseId: uuid('pending_case_id'),
  // `code_sent`: a one-time code is on its way. `link`, `letter_code`, `one_time_code`: that secret was given
  stage: text('stage').notNull(),
  // the letter code given: used up only when she is in, so that a typing mistake does not cost her a new letter
  letterCodeId: uuid('letter_code_id'),
  // what tries are counted by, the same whether the reference exists or not: a fingerprint
  subject: text('subject').notNull().default(''),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull()
});

/** Counts of tries by key (a hash of the case or of the address) and window, shared by all processes. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text('key').notNull(),
    windowStart: instant('window_start').notNull(),
    tries: integer('tries').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.key, table.windowStart] }),
    index('rate_limits_window_start_idx').on(table.windowStart)
  ]
);
