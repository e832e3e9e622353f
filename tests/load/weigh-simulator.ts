import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../..');

interface Bundle {
  readonly fileName: string;
  readonly code?: string;
}

/** What every page has already: the kernel of the project, and what fetches a part of a page. */
const ON_EVERY_PAGE = ['kernel', /preload-helper/];
/** What is fetched with the result only. */
const WITH_THE_RESULT = [/parameter-sources$/, /\/catalogue$/];

async function bundled(input: string, apart: readonly RegExp[]): Promise<readonly Bundle[]> {
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    resolve: { alias: { '$lib/kernel': 'kernel', $lib: join(ROOT, 'src/lib') } },
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      target: 'es2022',
      rollupOptions: {
        input: join(ROOT, input),
        external: [...ON_EVERY_PAGE, ...apart],
        preserveEntrySignatures: 'strict',
        output: { format: 'es', minify: true }
      }
    }
  });
  return ([built].flat() as { output: Bundle[] }[]).flatMap(({ output }) => output);
}

const compressed = ({ code = '' }: Bundle) => brotliCompressSync(code).byteLength;

/** Bytes of the engine, its parameters and the interview as a phone loads them: minified, compressed with Brotli. */
export async function simulatorBytes(): Promise<number> {
  const files = await bundled('tests/load/simulator-entry.ts', WITH_THE_RESULT);
  return files.reduce((sum, file) => sum + compressed(file), 0);
}

/** Bytes of what is fetched with the result only: law and links of the parameters, and the rights beside the amounts. */
export async function resultBytes(): Promise<{ readonly lawTexts: number; readonly rights: number }> {
  const files = await bundled('src/lib/aids/index.ts', []);
  const sizeOf = (name: string) => {
    const file = files.find(({ fileName }) => fileName.includes(name));
    if (!file) throw new Error(`No file ${name} in the bundle`);
    return compressed(file);
  };
  return { lawTexts: sizeOf('parameter-sources'), rights: sizeOf('catalogue') };
}
