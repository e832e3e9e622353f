import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    // OXYGENE_BUILD_DIR lets the start script build beside a running server, then swap.
    adapter: adapter({ out: process.env.OXYGENE_BUILD_DIR ?? 'build', precompress: true }),
    outDir: process.env.OXYGENE_KIT_DIR ?? '.svelte-kit',
    serviceWorker: { register: false },
    // in the page, styles cost a slow network a few kilobytes and save it a round trip before the first paint
    inlineStyleThreshold: 32_768,
    // pages send no referrer, so plain forms come with `Origin: null`: src/lib/server/http/form-origin-handle.ts checks
    csrf: { trustedOrigins: ['*'] },
    csp: {
      mode: 'nonce',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self'],
        'style-src-attr': [
          'unsafe-hashes',
          // the route announcer of SvelteKit has this one style attribute; a unit test checks the hash
          'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='
        ],
        'img-src': ['self'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'manifest-src': ['self'],
        'worker-src': ['self'],
        'form-action': ['self'],
        'frame-ancestors': ['none'],
        'base-uri': ['none'],
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'sw']
      }
    }
  }
};
