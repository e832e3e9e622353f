import type { Actor, StaffRole } from './actor';

type Holder = 'debtor' | StaffRole | 'system';

const ANY_STAFF = ['referent', 'adviser', 'supervisor'] as const;
const FOLLOWS_CASES = ['referent', 'adviser', 'supervisor'] as const;

/**
 * The permission table: who may do what. On top of it, the database shows a debtor her own case only, a referent
 * or adviser the cases she follows, a supervisor those of her team.
 */
const HOLDERS = {
  // on her own case
  'own_case.read': ['debtor'],
  'own_case.answer': ['debtor'],
  'own_case.propose': ['debtor'],
  'own_case.write_message': ['debtor'],
  'own_case.set_preferences': ['debtor'],
  'own_case.use_rights': ['debtor'],
  'own_case.follow_aids': ['debtor'],
  'own_case.report_situation': ['debtor', 'system'],
  // on a case one follows
  'case.read': FOLLOWS_CASES,
  'case.write_message': FOLLOWS_CASES,
  'case.answer_signal': FOLLOWS_CASES,
  'case.decide_plan': FOLLOWS_CASES,
  'case.decide_track': FOLLOWS_CASES,
  'case.review_debt': FOLLOWS_CASES,
  'case.close': FOLLOWS_CASES,
  'case.handle_situation': FOLLOWS_CASES,
  'case.log_contact': FOLLOWS_CASES,
  'case.note_adviser': FOLLOWS_CASES,
  'case.invite': FOLLOWS_CASES,
  // desk
  'desk.worklist': ANY_STAFF,
  'desk.post': ANY_STAFF,
  'desk.own_account': ANY_STAFF,
  // team
  'team.read': ['supervisor'],
  'team.route': ['supervisor'],
  'team.absences': ['supervisor'],
  'team.figures': ['supervisor'],
  'team.creditors': ['supervisor'],
  'opinions.publish': ['supervisor'],
  'portfolio.import': ['supervisor', 'system'],
  'policy.edit': ['supervisor'],
  'law_watch.read': ['supervisor'],
  'law_watch.propose': ['supervisor'],
  'law_watch.decide': ['supervisor'],
  // ours
  'system.sign_in': ['system'],
  'system.deliver': ['system'],
  'system.seed': ['system'],
  'system.expire': ['system'],
  'system.survey': ['system'],
  'system.remind': ['system'],
  'system.figures': ['system'],
  'system.read_law': ['system'],
  'system.rescreen': ['system'],
  'system.creditors': ['system'],
  'system.manage_staff': ['system']
} as const satisfies Record<string, readonly Holder[]>;

/** Something an actor may be allowed to do. */
export type Permission = keyof typeof HOLDERS;

/** Every permission, for tests and for the matrix of routes. */
export const PERMISSIONS = Object.keys(HOLDERS) as Permission[];

/** Whether the table gives this actor the permission. Says nothing of which cases: the database does. */
export function isAllowed(actor: Actor, permission: Permission): boolean {
  const holder: Holder = actor.kind === 'staff' ? actor.role : actor.kind;
  return (HOLDERS[permission] as readonly Holder[]).includes(holder);
}

/** The roles that hold a permission. */
export function holdersOf(permission: Permission): readonly Holder[] {
  return HOLDERS[permission];
}
