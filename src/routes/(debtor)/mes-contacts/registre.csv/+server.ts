import { guardDebtor, orNotFound } from '$lib/server/http';
import { listRegister } from '$lib/server/contact-policy';
import { registerResponse } from '../../../register-response';
import type { RequestHandler } from './$types';

/** Her own register as a file for a spreadsheet. */
export const GET: RequestHandler = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  return registerResponse(await orNotFound(listRegister(actor, actor.caseId)));
};
