import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { hourOf, m } from '$lib/i18n';
import { signInStaff } from '$lib/server/access';
import { beginSession, openToAll, readForm, refuseForm } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const DESK = '/bureau/ma-journee';

const schema = z.object({
  email: z.string().trim().min(1, m.access_staff_email_missing()).max(254, m.access_staff_email_missing()),
  password: z.string().min(1, m.access_staff_password_missing()).max(300, m.access_staff_password_missing()),
  code: z.string().trim().min(1, m.access_staff_code_missing()).max(40, m.access_staff_code_missing())
});

export const load: PageServerLoad = (event) => {
  openToAll(event);
  if (event.locals.actor?.kind === 'staff') redirect(303, DESK);
};

export const actions: Actions = {
  default: async (event) => {
    openToAll(event);
    const form = await readForm(event, schema);
    // a password never comes back to the page
    if (!form.ok) return refuseForm(withoutSecrets(form.failure.data.values), form.failure.data.errors);
    const result = await signInStaff({
      ...form.data,
      address: event.getClientAddress(),
      userAgent: event.request.headers.get('user-agent')
    });
    if (!result.ok) {
      const message =
        result.why.code === 'calm_wait'
          ? m.access_staff_wait({ hour: hourOf(result.why.until, 'Europe/Paris') })
          : m.access_staff_refused();
      return refuseForm(withoutSecrets(form.values), [{ field: 'email', message }]);
    }
    await beginSession(event, result.value);
    redirect(303, DESK);
  }
};

function withoutSecrets(values: Readonly<Record<string, string | string[]>>) {
  return { email: String(values.email ?? '') };
}
