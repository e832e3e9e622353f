import { guardStaff, orNotFound } from '$lib/server/http';
import { listRegister } from '$lib/server/contact-policy';
import { registerResponse } from '../../../../../../register-response';
import { caseIdOf } from '../../case-id';
import type { RequestHandler } from './$types';

/** The register of a case as a file for a spreadsheet: the one the person has. */
export const GET: RequestHandler = async (event) => {
  const actor = guardStaff(event, 'case.read');
  return registerResponse(await orNotFound(listRegister(actor, caseIdOf(event.params))));
};
