import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url).pathname;
const components = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.svelte'))
  .map((path) => ({ path, source: readFileSync(join(root, 'src', path), 'utf8') }));

describe('the content policy', () => {
  it('allows the one style attribute of SvelteKit, the announcer of pages', () => {
    const kit = dirname(createRequire(import.meta.url).resolve('@sveltejs/kit/package.json'));
    const source = readFileSync(join(kit, 'src/core/sync/write_root.js'), 'utf8');
    const [, style] = /id="svelte-announcer"[^>]*style="([^"]+)"/.exec(source) ?? [];
    expect(style, 'the announcer has moved in SvelteKit').toBeDefined();
    const hash = createHash('sha256').update(style!).digest('base64');
    expect(readFileSync(join(root, 'svelte.config.js'), 'utf8')).toContain(`sha256-${hash}`);
  });

  it('is kept by every component: no style attribute, no style directive', () => {
    expect(components.length).toBeGreaterThan(30);
    const offenders = components.filter(({ source }) => {
      const markup = source
        .replace(/<(script|style)[\s>][\s\S]*?<\/\1>/g, '')
        .replace(/<!--[\s\S]*?-->/g, '');
      return /[\s"'}]style(:[\w-]+)?=/.test(markup);
    });
    expect(offenders.map(({ path }) => path)).toEqual([]);
  });

  it('is kept for colours too: components name tokens, so that night and print follow', () => {
    const offenders = components.filter(({ source }) => {
      const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(source) ?? [];
      const colours = style.match(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(|:\s*red\b/gi) ?? [];
      // a mask and the veil behind a dialog are not colours anyone reads
      return colours.some((colour) => !/^#000|^rgb\(/.test(colour));
    });
    expect(offenders.map(({ path }) => path)).toEqual([]);
  });
});

describe('the weight on the phone', () => {
  const markupOf = (source: string) =>
    source.replace(/<(script|style)[\s>][\s\S]*?<\/\1>/g, '').replace(/<!--[\s\S]*?-->/g, '');

  it('is spared 3 KB on every page: nothing spreads attributes on an element', () => {
    // one spread anywhere, or an attribute on a dynamic element, brings Svelte's whole table of attributes to each page
    const offenders = components.filter(({ source }) => {
      const markup = markupOf(source);
      return (
        /<[a-z][\w-]*\b[^<>]*\{\.\.\./.test(markup) ||
        /<svelte:element(?![^>]*this=\{[^}]*\}(\s+class="[^"]*")?\s*>)/.test(markup)
      );
    });
    expect(offenders.map(({ path }) => path)).toEqual([]);
  });
});
