import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    adapter: adapter({ out: process.env.BARE_APP_OUT ?? 'build', precompress: true })
  }
};
