import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { Actor } from '$lib/access';
import { closeAllSessions, closeDevice, sessionOwnerOf } from '../access';
import { readForm } from './form';
import { endSession } from './session-cookie';

const schema = z.object({ session: z.string().max(100).default('') });

/** Closes one of the actor's devices, named by the field `session`; closing this one signs out here. */
export async function closeDeviceAction(event: RequestEvent, actor: Actor, door: string) {
  const form = await readForm(event, schema);
  if (!form.ok) return form.failure;
  const owner = sessionOwnerOf(actor);
  if (owner) await closeDevice(owner, form.data.session);
  if (form.data.session === event.locals.sessionId) {
    await endSession(event);
    redirect(303, door);
  }
  return { closed: true };
}

/** Signs the actor out everywhere, here too. */
export async function closeAllDevicesAction(event: RequestEvent, actor: Actor, door: string): Promise<never> {
  const owner = sessionOwnerOf(actor);
  if (owner) await closeAllSessions(owner);
  await endSession(event);
  redirect(303, door);
}
