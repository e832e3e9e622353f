import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { once } from 'node:events';
import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/i18n';
import { readSettings } from '../platform/env';
import { newId } from '../platform/ids';
import { BrokenMultipart, boundaryOf, readMultipart, type MultipartEvent } from './multipart';

/** A file that was received. Whoever takes it deletes it. */
export interface UploadedFile {
  readonly path: string;
  /** The name it had on the sender's disk. */
  readonly name: string;
  readonly bytes: number;
}

/** A form with a file, received. */
export interface ReadUpload {
  /** Null when no file was chosen. */
  readonly file: UploadedFile | null;
  readonly fields: Readonly<Record<string, string>>;
}

const MAX_FIELD_BYTES = 4 * 1024;
const LEFT_BEHIND_MS = 24 * 60 * 60_000;

/**
 * Receives a form with one file, straight to a file of DATA_DIR that only this account reads: nothing large is ever in
 * memory. Answers 400 when the body is no such form, or was cut short.
 */
export async function readUpload(event: RequestEvent, fileField: string): Promise<ReadUpload> {
  const boundary = boundaryOf(event.request.headers.get('content-type'));
  const { body } = event.request;
  if (!boundary || !body) error(400, m.backoffice_upload_broken());
  const folder = await uploadFolder();
  const target = path.join(folder, `${newId()}.csv`);
  try {
    const received = await receive(readMultipart(chunksOf(body), boundary), fileField, target);
    if (!received.file) await rm(target, { force: true });
    return received;
  } catch (cause) {
    await rm(target, { force: true });
    // a browser that went away in the middle, or a body that is no form
    if (cause instanceof BrokenMultipart || isAborted(cause)) error(400, m.backoffice_upload_broken());
    throw cause;
  }
}

async function receive(
  events: AsyncIterable<MultipartEvent>,
  fileField: string,
  target: string
): Promise<ReadUpload> {
  const fields: Record<string, string> = {};
  let file: UploadedFile | null = null;
  let writer: Writer | null = null;
  try {
    for await (const event of events) {
      if (event.kind === 'part') writer = writerOf(event, fileField, target, file !== null);
      else if (event.kind === 'data') await writer?.write(event.bytes);
      else {
        const done = await writer?.end();
        if (done?.kind === 'field') fields[done.name] = done.text;
        if (done?.kind === 'file' && done.bytes > 0)
          file = { path: target, name: done.name, bytes: done.bytes };
        writer = null;
      }
    }
  } finally {
    await writer?.end();
  }
  return { file, fields };
}

type Written =
  | { readonly kind: 'field'; readonly name: string; readonly text: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: number }
  | { readonly kind: 'nothing' };

interface Writer {
  write(bytes: Buffer): Promise<void>;
  end(): Promise<Written>;
}

function writerOf(
  part: { readonly name: string; readonly fileName: string | null },
  fileField: string,
  target: string,
  hasFile: boolean
): Writer {
  if (part.fileName === null) return fieldWriter(part.name);
  if (part.name !== fileField || hasFile) return NOTHING;
  return fileWriter(part.fileName, target);
}

const NOTHING: Writer = {
  write: () => Promise.resolve(),
  end: () => Promise.resolve({ kind: 'nothing' })
};

function fieldWriter(name: string): Writer {
  let held = Buffer.alloc(0);
  return {
    write(bytes) {
      held = Buffer.concat([held, bytes]);
      if (held.length > MAX_FIELD_BYTES) throw new BrokenMultipart();
      return Promise.resolve();
    },
    end: () => Promise.resolve({ kind: 'field', name, text: held.toString('utf8') })
  };
}

function fileWriter(name: string, target: string): Writer {
  const out = createWriteStream(target, { mode: 0o600 });
  // told by the promises below; without a listener an error would end the process
  out.on('error', () => undefined);
  let bytes = 0;
  return {
    async write(chunk) {
      bytes += chunk.length;
      if (!out.write(chunk)) await once(out, 'drain');
    },
    async end() {
      await new Promise<void>((resolve, reject) => {
        out.once('error', reject);
        if (out.errored) reject(out.errored);
        out.end(() => resolve());
      });
      return { kind: 'file', name: path.basename(name.replaceAll('\\', '/')), bytes };
    }
  };
}

/** The folder of received files. What a killed process left behind is deleted after a day: it holds people's data. */
async function uploadFolder(): Promise<string> {
  const folder = path.join(readSettings().dataDir, 'uploads');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const left = path.join(folder, name);
    const about = await stat(left).catch(() => null);
    if (about && Date.now() - about.mtimeMs > LEFT_BEHIND_MS) await rm(left, { force: true });
  }
  return folder;
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

function isAborted(cause: unknown): boolean {
  return cause instanceof Error && /aborted|premature close|ECONNRESET/i.test(cause.message);
}
