import type { Actor } from '$lib/access';

declare global {
  namespace App {
    interface Error {
      message: string;
      /** A short id to give to the referent when something broke; it is also in the server's log. */
      incident?: string;
    }
    interface PageData {
      /** The subject of the page is sensitive: the quick exit takes the place of the menu. */
      quickExit?: boolean;
      /** The page is the conversation itself: no bar that leads to it. */
      withoutTalk?: boolean;
    }
    interface PageState {
      /** Which view of the simulator of aids is shown; the views themselves stay in the page. */
      aidsView?: number;
    }
    interface Locals {
      /** Who is signed in on this browser, or null. */
      actor: Actor | null;
      /** The id of the session as kept at rest, to sign out or list devices. */
      sessionId: string | null;
      /** A short id of this request, told to the person and written in the log when something broke. */
      incident: string;
      /** The database could not be reached while this request was answered. */
      isDatabaseAway: boolean;
      /** What several loads of one page need, each read once, by its reading (src/routes/(debtor)/frame-of.ts). */
      readOnce?: Map<unknown, Promise<unknown>>;
    }
  }
}

export {};
