import { markForms } from './outbox-mark';
import type { KeptForm } from './outbox';

/** Where kept forms stand, in order. */
export interface OutboxStore {
  /** False: only in memory, lost when the page closes. */
  readonly isDurable: boolean;
  list(): Promise<readonly KeptForm[]>;
  /** Puts the whole list in the place of the one before. */
  replace(forms: readonly KeptForm[]): Promise<void>;
}

const DATABASE = 'oxygene';
const KEYS = 'keys';
const FORMS = 'forms';
const KEY = 'outbox';

/** At rest: the form, sealed. */
interface SealedForm {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/**
 * The store of this phone: IndexedDB, each form sealed with AES-GCM under a key that never leaves the browser
 * (`extractable: false`). A browser that offers neither (private windows of some) keeps them in memory.
 */
export async function openOutboxStore(): Promise<OutboxStore> {
  try {
    const database = await openDatabase();
    return durable(database, await keyOf(database));
  } catch {
    return inMemory();
  }
}

function inMemory(): OutboxStore {
  let forms: readonly KeptForm[] = [];
  return {
    isDurable: false,
    list: async () => forms,
    replace: async (next) => {
      forms = next;
    }
  };
}

function durable(database: IDBDatabase, key: CryptoKey): OutboxStore {
  return {
    isDurable: true,
    async list() {
      const rows = await done<SealedForm[]>(database.transaction(FORMS).objectStore(FORMS).getAll());
      return Promise.all(rows.map((row) => open(row, key)));
    },
    async replace(forms) {
      // sealed first: an IndexedDB transaction ends as soon as it waits for anything else
      const rows = await Promise.all(forms.map((form) => seal(form, key)));
      const transaction = database.transaction(FORMS, 'readwrite');
      const store = transaction.objectStore(FORMS);
      store.clear();
      for (const [order, row] of rows.entries()) store.put(row, order);
      await finished(transaction);
      markForms(forms.length > 0);
    }
  };
}

async function seal(form: KeptForm, key: CryptoKey): Promise<SealedForm> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(form));
  return { iv, sealed: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain) };
}

async function open({ iv, sealed }: SealedForm, key: CryptoKey): Promise<KeptForm> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
  return JSON.parse(new TextDecoder().decode(plain)) as KeptForm;
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(KEYS);
    request.result.createObjectStore(FORMS);
  };
  return done(request);
}

async function keyOf(database: IDBDatabase): Promise<CryptoKey> {
  const find = () => done<CryptoKey | undefined>(database.transaction(KEYS).objectStore(KEYS).get(KEY));
  const known = await find();
  if (known) return known;
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt'
  ]);
  const transaction = database.transaction(KEYS, 'readwrite');
  const adding = transaction.objectStore(KEYS).add(fresh, KEY);
  // another tab was faster: its key is the one
  adding.onerror = (event) => event.preventDefault();
  await finished(transaction);
  return (await find()) ?? fresh;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB refused'));
  });
}
