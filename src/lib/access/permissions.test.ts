import { describe, expect, it } from 'vitest';
import type { CaseId, StaffId, TeamId } from '$lib/kernel';
import { systemActor, type Actor, type StaffRole } from './actor';
import { PERMISSIONS, isAllowed } from './permissions';

const debtor: Actor = { kind: 'debtor', caseId: 'c' as CaseId };
const staff = (role: StaffRole): Actor => ({
  kind: 'staff',
  staffId: 's' as StaffId,
  teamId: 't' as TeamId,
  role,
  name: 'A B',
  firstName: 'A'
});

describe('the permission table', () => {
  it('keeps what a person may do on her own case and what staff may do apart', () => {
    for (const permission of PERMISSIONS) {
      const personal = permission.startsWith('own_case.');
      expect(isAllowed(debtor, permission), permission).toBe(personal);
      if (personal) expect(isAllowed(staff('supervisor'), permission), permission).toBe(false);
    }
  });

  it.each([
    'team.read',
    'team.route',
    'team.absences',
    'team.figures',
    'policy.edit',
    'portfolio.import'
  ] as const)('%s is for supervisors, never for a referent or an adviser', (permission) => {
    expect(isAllowed(staff('supervisor'), permission)).toBe(true);
    expect(isAllowed(staff('referent'), permission)).toBe(false);
    expect(isAllowed(staff('adviser'), permission)).toBe(false);
  });

  it('gives jobs nothing that a person decides', () => {
    const job = systemActor('nightly');
    expect(isAllowed(job, 'case.decide_plan')).toBe(false);
    expect(isAllowed(job, 'case.decide_track')).toBe(false);
  });
});
