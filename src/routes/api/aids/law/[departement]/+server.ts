import { error } from '@sveltejs/kit';
import { revisedLocally, type LocalAidsFile, type TerritoryFile } from '$lib/aids';
import { m } from '$lib/i18n';
import { keepLawFresh } from '$lib/server/aids';
import { openToAll, taggedJson } from '$lib/server/http';
import type { RequestHandler } from './$types';

const CODE = /^(?:\d{2}|2[AB]|97\d)$/;

/** What was published over the local aids of one département, the same for everyone. */
export const GET: RequestHandler = async (event) => {
  openToAll(event);
  const { departement } = event.params;
  if (!CODE.test(departement)) error(404, m.veille_fault_gone());
  const local = (await keepLawFresh()).rights.filter(({ isLocal }) => isLocal);
  // nearly always: nothing to read from the disk
  if (local.length === 0) return taggedJson(event, []);
  const [territory, aids] = await Promise.all(
    [`/territory/${departement}.json`, `/aids/${departement}.json`].map((address) => event.fetch(address))
  );
  if (!territory?.ok || !aids?.ok) error(404, m.veille_fault_gone());
  const files = [(await territory.json()) as TerritoryFile, (await aids.json()) as LocalAidsFile] as const;
  return taggedJson(event, revisedLocally(local, ...files));
};
