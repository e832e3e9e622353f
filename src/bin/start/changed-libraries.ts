/** One file of a library, and what is put in place of what in it. */
export interface ChangedFile {
  /** Under node_modules. */
  readonly file: string;
  /** What it says, and what it says here; each is there once, and the build stops when it is not. */
  readonly changes: readonly (readonly [was: string, is: string])[];
}

/**
 * Why a library is built otherwise than it is published, in the server's part of the build. Each entry is a wager that the
 * next version says the same words: `tests/architecture/changed-libraries.test.ts` looks before a build does.
 */
export interface LibraryChange {
  readonly name: string;
  readonly files: readonly ChangedFile[];
}

const KIT = '@sveltejs/kit/src';
const SVELTE = 'svelte/src';

/**
 * The framework writes the data of each page out as script, also where no script follows (`csr = false`, nearly all pages
 * of the person), and throws it away: a twentieth of a page's processor time. Here it is written when a page asks for it.
 */
const dataWhereScripts: LibraryChange = {
  name: 'data-where-scripts',
  files: [
    {
      file: `${KIT}/runtime/server/page/data_serializer.js`,
      changes: [
        ['set_max_nodes(i) {', 'nodes: [],\n\n\t\tset_max_nodes(i) {'],
        [
          '\t\t},\n\n\t\tadd_node(i, node) {\n\t\t\ttry {\n\t\t\t\tif (!node) {',
          '\t\t},\n\n\t\tadd_node(i, node) {\n\t\t\tthis.nodes[i] = node;\n\t\t},\n\n\t\twrite_node(i, node) {\n\t\t\ttry {\n\t\t\t\tif (!node) {'
        ],
        [
          'get_data(csp) {',
          'get_data(csp) {\n\t\t\tthis.nodes.forEach((node, i) => this.write_node(i, node));'
        ]
      ]
    },
    {
      file: `${KIT}/runtime/server/page/render.js`,
      changes: [
        [
          'data_serializer.get_data(csp);',
          "page_config.csr ? data_serializer.get_data(csp) : { data: '[]', chunks: null };"
        ]
      ]
    }
  ]
};

/** A page that no cache may keep is sent as src/lib/server/http/private-page.ts says, with a nonce of page-nonce.ts. */
const privatePages: LibraryChange = {
  name: 'private-pages',
  files: [
    {
      file: `${KIT}/runtime/server/page/render.js`,
      changes: [
        [
          "import { Csp } from './csp.js';",
          `import { Csp } from './csp.js';
import { isPrivateRoute, privatePage, STYLES_HERE } from '$lib/server/http/private-page';`
        ],
        [
          "Array.from(inline_styles.values()).join('\\n');",
          `isPrivateRoute(event.route.id)
			? inline_styles.size > 0 && STYLES_HERE
			: Array.from(inline_styles.values()).join('\\n');`
        ],
        [
          "if (!chunks) {\n\t\theaders.set('etag',",
          `if (isPrivateRoute(event.route.id)) {
		if (chunks) throw new Error('Loads of private pages answer data, not promises: ' + event.route.id);
		return privatePage(transformed, { status, headers }, inline_styles, assets);
	}

	if (!chunks) {
		headers.set('etag',`
        ]
      ]
    },
    {
      file: `${KIT}/runtime/server/page/csp.js`,
      changes: [
        [
          "import { sha256 } from './crypto.js';",
          `import { sha256 } from './crypto.js';
import { pageNonce } from '$lib/server/http/page-nonce';`
        ],
        ['nonce = generate_nonce();', 'nonce = pageNonce();']
      ]
    }
  ]
};

/**
 * V8 keeps what defines an accessor (`get` of one object, not of a class) where only full collections look, and with it all
 * that its function can see: the whole request, long after its answer. The same happens to functions that the framework makes
 * once a request is over. Young collections, a seventh of the processor time of her first page, then copy what is over:
 * 50 KB a request, 11 KB with these changes. None of them changes what anybody sees.
 */
const requestsEnd: LibraryChange = {
  name: 'requests-end',
  files: [
    {
      file: `${KIT}/utils/url.js`,
      changes: [
        [
          'export function make_trackable(',
          `export { trackedUrl as make_trackable } from '$lib/server/http/tracked-url';

function make_trackable_of_kit(`
        ]
      ]
    },
    {
      file: `${KIT}/runtime/server/respond.js`,
      changes: [
        [
          `event.cookies.set = () => {
				throw new Error('Cannot use \`cookies.set(...)\` after the response has been generated');
			};`,
          'event.cookies.set = no_more_cookies;'
        ],
        [
          `event.setHeaders = () => {
				throw new Error('Cannot use \`setHeaders(...)\` after the response has been generated');
			};`,
          'event.setHeaders = no_more_headers;'
        ],
        [
          'export const respond = propagate_context(internal_respond);',
          `function no_more_cookies() {
	throw new Error('Cannot use \`cookies.set(...)\` after the response has been generated');
}

function no_more_headers() {
	throw new Error('Cannot use \`setHeaders(...)\` after the response has been generated');
}

export const respond = propagate_context(internal_respond);`
        ]
      ]
    },
    {
      file: `${SVELTE}/legacy/legacy-server.js`,
      changes: [
        [
          'const munged = Object.defineProperties(',
          `if (!async_mode_flag) return { css: { code: '', map: null }, head: result.head, html: result.body };

		const munged = Object.defineProperties(`
        ]
      ]
    }
  ]
};

/**
 * After each page, Svelte walks through all its components, and through those of each again, in search of what is to be
 * done at their end. Here it walks when a component has asked for something.
 */
const noWalkForNothing: LibraryChange = {
  name: 'no-walk-for-nothing',
  files: [
    {
      file: `${SVELTE}/internal/server/renderer.js`,
      changes: [
        [
          '(this.#on_destroy ??= []).push(fn);',
          '(this.#on_destroy ??= []).push(fn);\n\t\tthis.global.has_on_destroy = true;'
        ],
        [
          'for (const cleanup of this.#collect_on_destroy()) {',
          'for (const cleanup of this.global.has_on_destroy ? this.#collect_on_destroy() : []) {'
        ]
      ]
    }
  ]
};

/**
 * The driver hides five fields of each result from who asks what it is made of; nobody here does, and defining them so is a
 * thirtieth of the processor time of a command.
 */
const plainResults: LibraryChange = {
  name: 'plain-results',
  files: [
    {
      file: 'postgres/src/result.js',
      changes: [
        [
          `Object.defineProperties(this, {
      count: { value: null, writable: true },
      state: { value: null, writable: true },
      command: { value: null, writable: true },
      columns: { value: null, writable: true },
      statement: { value: null, writable: true }
    })`,
          `this.count = null
    this.state = null
    this.command = null
    this.columns = null
    this.statement = null`
        ]
      ]
    }
  ]
};

/**
 * The driver knows a prepared statement by all its words, which it puts together and reads to the end for each call: those of a
 * page's one statement are 10,000 letters. Here it knows them by a number; statements are few, and written once.
 */
const statementsByNumber: LibraryChange = {
  name: 'statements-by-number',
  files: [
    {
      file: 'postgres/src/connection.js',
      changes: [
        [
          'q.signature = q.prepare && types + string',
          "q.signature = q.prepare && types + '#' + numberOf(string)"
        ],
        [
          'export default Connection',
          `const numbers = new Map()
let last = 0

function numberOf(statement) {
  const known = numbers.get(statement)
  if (known !== undefined) return known
  numbers.size >= 2000 && numbers.clear()
  numbers.set(statement, ++last)
  return last
}

export default Connection`
        ]
      ]
    }
  ]
};

/**
 * A transaction that loses its connection, and asks once more, writes where there is nothing: the driver (3.4.9) throws
 * where nobody can catch, and the process ends with the database it served. Here such a statement fails like the others.
 * To be removed with https://github.com/porsager/postgres/issues/1208.
 */
const driverOutlivesDatabase: LibraryChange = {
  name: 'driver-outlives-database',
  files: [
    {
      file: 'postgres/src/connection.js',
      changes: [
        [
          'const x = socket.write(chunk, fn)',
          `if (socket === null) {
      clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return false
    }
    const x = socket.write(chunk, fn)`
        ],
        [
          'incomings = null\n    clearImmediate(nextWriteTimer)',
          'incomings = null\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null'
        ]
      ]
    }
  ]
};

/** All of them. */
export const LIBRARY_CHANGES: readonly LibraryChange[] = [
  dataWhereScripts,
  privatePages,
  requestsEnd,
  noWalkForNothing,
  statementsByNumber,
  plainResults,
  driverOutlivesDatabase
];

/** The text of a changed file. Throws, in words, when the library does not say any more what is to be changed. */
export function changedText({ file, changes }: ChangedFile, text: string): string {
  return changes.reduce((changed, [was, is]) => {
    const parts = changed.split(was);
    if (parts.length !== 2) throw new Error(`${file} says « ${was} » ${parts.length - 1} times, not once`);
    return parts.join(is);
  }, text);
}
