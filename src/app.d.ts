declare global {
  namespace App {
    interface Error {
      message: string;
      /** A short id to give to the referent when something broke; it is also in the server's log. */
      incident?: string;
    }
  }
}

export {};
