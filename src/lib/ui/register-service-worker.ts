const ADDRESS = '/service-worker.js';

interface PolicyMaker {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string }
  ): {
    createScriptURL(url: string): unknown;
  };
}

/**
 * Registers the service worker once the page has nothing more urgent to do. The content policy trusts the policy named
 * `sw`, and that policy lets through one address. Browsers without service workers, or that refuse it, lose only the
 * page shown without network.
 */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  const register = () => {
    const makers = (globalThis as { trustedTypes?: PolicyMaker }).trustedTypes;
    const policy = makers?.createPolicy('sw', {
      createScriptURL(url) {
        if (url !== ADDRESS) throw new TypeError('Only our own service worker');
        return url;
      }
    });
    const address = (policy?.createScriptURL(ADDRESS) ?? ADDRESS) as string;
    navigator.serviceWorker.register(address, { updateViaCache: 'none' }).catch(() => undefined);
  };
  if (document.readyState === 'complete') setTimeout(register, 0);
  else addEventListener('load', () => setTimeout(register, 0), { once: true });
}
