/**
 * The address that a `load` is given, which notices what it asks of it, as the framework wants it: `onWhole` when it asks for
 * the address as a whole, `onParam` when it asks for one of its parameters. Takes the place of the framework's own
 * `make_trackable` in the build (src/bin/start/changed-libraries.ts), which defines six accessors on each address and thereby
 * keeps the whole request in memory until the next full collection. Its parameters are a copy: what is written to them stays there.
 * Throws for the part behind `#`, which no server is told, unless `mayReadHash`.
 */
export function trackedUrl(
  url: URL,
  onWhole: () => void,
  onParam: (name: string) => void,
  mayReadHash = false
): URL {
  return new Proxy(url, new WholeAddress(onWhole, onParam, mayReadHash));
}

/** What {@link trackedUrl} answers with. Methods of a class, and not accessors of one object: those are what is kept. */
class WholeAddress implements ProxyHandler<URL> {
  readonly #onWhole: () => void;
  readonly #onParam: (name: string) => void;
  readonly #mayReadHash: boolean;
  #search: URLSearchParams | undefined;

  constructor(onWhole: () => void, onParam: (name: string) => void, mayReadHash: boolean) {
    this.#onWhole = onWhole;
    this.#onParam = onParam;
    this.#mayReadHash = mayReadHash;
  }

  get(url: URL, key: string | symbol): unknown {
    switch (key) {
      case 'searchParams':
        return (this.#search ??= new Proxy(
          new URLSearchParams(url.search),
          new Parameters(this.#onWhole, this.#onParam)
        ));
      case 'hash':
        if (!this.#mayReadHash) throw new Error('A server is not told what stands behind # in an address');
        this.#onWhole();
        break;
      case 'href':
      case 'pathname':
      case 'search':
      case 'toString':
      case 'toJSON':
        this.#onWhole();
    }
    return ownOf(url, key);
  }
}

class Parameters implements ProxyHandler<URLSearchParams> {
  readonly #onWhole: () => void;
  readonly #onParam: (name: string) => void;

  constructor(onWhole: () => void, onParam: (name: string) => void) {
    this.#onWhole = onWhole;
    this.#onParam = onParam;
  }

  get(search: URLSearchParams, key: string | symbol): unknown {
    if (key !== 'get' && key !== 'getAll' && key !== 'has') {
      this.#onWhole();
      return ownOf(search, key);
    }
    return (name: string, ...rest: string[]) => {
      this.#onParam(name);
      return (search[key] as (...names: string[]) => unknown)(name, ...rest);
    };
  }
}

/** A method is bound to its owner: what it keeps to itself is not to be had through a stand-in. */
function ownOf(owner: object, key: string | symbol): unknown {
  const value: unknown = Reflect.get(owner, key);
  return typeof value === 'function' ? (value.bind(owner) as unknown) : value;
}
