import { deviceViews } from '$lib/access/ui/device-view';
import { listDevices } from '$lib/server/access';
import { closeAllDevicesAction, closeDeviceAction, guardDebtor } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const AFTER = '/sortir';

export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.read');
  const devices = await listDevices({ kind: 'debtor', id: actor.caseId });
  return { devices: deviceViews(devices, event.locals.sessionId, 'Europe/Paris') };
};

export const actions: Actions = {
  close: (event) => {
    const actor = guardDebtor(event, 'own_case.use_rights');
    return closeDeviceAction(event, actor, AFTER);
  },
  closeAll: (event) => {
    const actor = guardDebtor(event, 'own_case.use_rights');
    return closeAllDevicesAction(event, actor, AFTER);
  }
};
