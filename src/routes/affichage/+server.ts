import { formDataOf, openToAll } from '$lib/server/http';
import { keepTheme, parseTheme, pathOfThisSite } from '$lib/server/http/theme-handle';
import { redirect, type RequestHandler } from '@sveltejs/kit';

/** Keeps the theme a person chose in the footer, then shows her the same page again. Open to everyone. */
export const POST: RequestHandler = async (event) => {
  openToAll(event);
  const form = await formDataOf(event);
  keepTheme(event.cookies, parseTheme(form.get('theme')));
  redirect(303, pathOfThisSite(form.get('retour')));
};
