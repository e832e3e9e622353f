import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { deviceViews } from '$lib/access/ui/device-view';
import { groupedCode } from '$lib/access';
import { hourOf, m } from '$lib/i18n';
import { changePassword, countRecoveryCodes, listDevices, renewRecoveryCodes } from '$lib/server/access';
import {
  STAFF_DOOR,
  closeAllDevicesAction,
  closeDeviceAction,
  endSession,
  guardStaff,
  readForm,
  refuseForm
} from '$lib/server/http';
import { passwordWords } from '$lib/access/ui/password-words';
import type { Actions, PageServerLoad } from './$types';

const password = z.string().max(300, m.access_account_password_wrong()).default('');
const codesSchema = z.object({ codesPassword: password });
const passwordSchema = z.object({ password, newPassword: password });

export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'desk.own_account');
  const [devices, codes] = await Promise.all([
    listDevices({ kind: 'staff', id: actor.staffId }),
    countRecoveryCodes(actor)
  ]);
  return { devices: deviceViews(devices, event.locals.sessionId, 'Europe/Paris'), codes };
};

export const actions: Actions = {
  close: (event) => {
    const actor = guardStaff(event, 'desk.own_account');
    return closeDeviceAction(event, actor, STAFF_DOOR);
  },
  closeAll: (event) => {
    const actor = guardStaff(event, 'desk.own_account');
    return closeAllDevicesAction(event, actor, STAFF_DOOR);
  },
  codes: async (event) => {
    const actor = guardStaff(event, 'desk.own_account');
    const form = await readForm(event, codesSchema);
    if (!form.ok) return refuseForm({}, form.failure.data.errors);
    const renewed = await renewRecoveryCodes(actor, form.data.codesPassword);
    if (renewed.ok) return { codes: renewed.value.map(groupedCode) };
    return refuseForm({}, [{ field: 'codesPassword', message: confirmWords(renewed.why) }]);
  },
  password: async (event) => {
    const actor = guardStaff(event, 'desk.own_account');
    const form = await readForm(event, passwordSchema);
    if (!form.ok) return refuseForm({}, form.failure.data.errors);
    const changed = await changePassword(actor, form.data);
    if (!changed.ok) {
      const { why } = changed;
      if (why.code === 'wrong_password' || why.code === 'calm_wait') {
        return refuseForm({}, [{ field: 'password', message: confirmWords(why) }]);
      }
      return refuseForm({}, [{ field: 'newPassword', message: passwordWords(why) }]);
    }
    await endSession(event);
    redirect(303, STAFF_DOOR);
  }
};

function confirmWords(why: { code: 'wrong_password' } | { code: 'calm_wait'; until: Date }): string {
  return why.code === 'calm_wait'
    ? m.access_staff_wait({ hour: hourOf(why.until, 'Europe/Paris') })
    : m.access_account_password_wrong();
}
