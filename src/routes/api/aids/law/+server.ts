import { keepLawFresh } from '$lib/server/aids';
import { openToAll, taggedJson } from '$lib/server/http';
import type { RequestHandler } from './$types';

/**
 * What was published over the law the product was built with, the same for everyone. Local aids are left to the answer
 * of their département.
 */
export const GET: RequestHandler = async (event) => {
  openToAll(event);
  const { parameters, rights } = await keepLawFresh();
  return taggedJson(event, { parameters, rights: rights.filter(({ isLocal }) => !isLocal) });
};
