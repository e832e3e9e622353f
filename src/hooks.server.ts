import { building } from '$app/environment';
import type { ServerInit } from '@sveltejs/kit';
import { bodySizeHandle } from '$lib/server/http/body-size-handle';
import { databaseAwayHandle } from '$lib/server/http/database-away-handle';
import { formOriginHandle } from '$lib/server/http/form-origin-handle';
import { inTurn } from '$lib/server/http/in-turn';
import { incidentHandle } from '$lib/server/http/incident-handle';
import { noStoreHandle } from '$lib/server/http/no-store-handle';
import { sessionHandle } from '$lib/server/http/session-handle';
import { startRuntime } from '$lib/server/http/start-runtime';
import { themeHandle } from '$lib/server/http/theme-handle';

export { handleError } from '$lib/server/http/incident-handle';

/** Prepares this process; a build only imports. */
export const init: ServerInit = async () => {
  if (!building) await startRuntime();
};

/** What each request goes through, the outermost first. */
export const handle = inTurn(
  incidentHandle,
  noStoreHandle,
  bodySizeHandle,
  formOriginHandle,
  databaseAwayHandle,
  sessionHandle,
  themeHandle
);
