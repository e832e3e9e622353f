import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import svelteParser from 'svelte-eslint-parser';
import ts from 'typescript-eslint';
import { MAY_KNOW } from './tests/architecture/domain-map.js';

const is = (type, domain) => ({
  element: domain === undefined ? { type } : { type, captured: { domain } }
});
const indexOf = (type, domain) => ({
  element: { type, fileInternalPath: 'index.ts', ...(domain && { captured: { domain } }) }
});
const allow = (from, ...to) => to.map((target) => ({ from, allow: { to: target } }));

/** Policies of some files alone: the plugin tries every policy it is given on every import, which was most of the lint. */
const boundary = ({ files, ignores = [] }, ...policies) => ({
  files,
  ignores: ['**/*.test.ts', ...ignores],
  rules: { 'boundaries/dependencies': ['error', { default: 'disallow', policies }] }
});

/** What the pure rules, the screens and the server of a domain may import, each for the files that it is about. */
const perDomain = Object.entries(MAY_KNOW).flatMap(([domain, known]) => [
  boundary(
    { files: [`src/lib/${domain}/**`], ignores: [`src/lib/${domain}/ui/**`] },
    ...allow(
      is('domain', domain),
      is('kernel'),
      is('domain', domain),
      ...(known.length ? [indexOf('domain', known)] : [])
    )
  ),
  boundary(
    { files: [`src/lib/${domain}/ui/**`] },
    ...allow(
      is('domain-ui', domain),
      is('kernel'),
      is('i18n'),
      is('design'),
      is('domain', domain),
      is('domain-ui', domain),
      ...(known.length ? [indexOf('domain', known), is('domain-ui', known)] : [])
    )
  ),
  boundary(
    { files: [`src/lib/server/${domain}/**`] },
    ...allow(
      is('server', domain),
      is('kernel'),
      is('i18n'),
      is('db'),
      is('platform'),
      is('audit'),
      is('server', domain),
      indexOf('domain', [domain, 'access', ...known]),
      indexOf('server', ['access', ...known])
    ),
    // a domain touches its own tables only (foreign keys between schema files stay allowed)
    {
      from: is('server', domain),
      disallow: { to: { file: { categories: 'schema', captured: { domain: `!${domain}` } } } }
    }
  )
]);

const onlyIn = (message, ...group) => ({ group, message });
const restrict = (files, ...patterns) => ({
  files,
  ignores: ['**/*.test.ts'],
  rules: { 'no-restricted-imports': ['error', { patterns }] }
});

export default ts.config(
  {
    ignores: [
      'node_modules/',
      '**/.svelte-kit/',
      'build/',
      '.builds/',
      '.data/',
      'test-results/',
      'playwright-report/',
      'src/lib/i18n/paraglide/',
      'src/lib/i18n/paraglide-modules/',
      'src/lib/aids/generated/',
      'src/lib/server/aids/generated/'
    ]
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    rules: {
      'no-undef': 'off',
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
    }
  },
  // the terminal is the screen of these
  { files: ['src/bin/**', 'tests/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parser: svelteParser,
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] }
    }
  },
  // a component of the design system is given its addresses already resolved
  { files: ['src/lib/ui/**/*.svelte'], rules: { 'svelte/no-navigation-without-resolve': 'off' } },
  {
    files: ['src/**'],
    ignores: ['**/*.test.ts'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { project: './tsconfig.json' } },
      'boundaries/include': ['src/**/*'],
      'boundaries/files': [
        { category: 'schema', pattern: 'src/lib/server/db/schema/*.ts', capture: ['domain'] }
      ],
      'boundaries/elements': [
        { type: 'bin', pattern: 'src/bin' },
        { type: 'seed', pattern: 'src/lib/server/db/seed' },
        { type: 'db', pattern: 'src/lib/server/db' },
        { type: 'platform', pattern: 'src/lib/server/platform' },
        { type: 'http', pattern: 'src/lib/server/http' },
        { type: 'audit', pattern: 'src/lib/server/audit' },
        { type: 'server', pattern: 'src/lib/server/*', capture: ['domain'] },
        { type: 'kernel', pattern: 'src/lib/kernel' },
        { type: 'i18n', pattern: 'src/lib/i18n' },
        { type: 'design', pattern: 'src/lib/ui' },
        { type: 'domain-ui', pattern: 'src/lib/*/ui', capture: ['domain'] },
        { type: 'domain', pattern: 'src/lib/*', capture: ['domain'] },
        { type: 'route', pattern: 'src/routes' }
      ]
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            ...allow(is('i18n'), is('kernel'), is('i18n')),
            ...allow(is('design'), is('kernel'), is('i18n'), is('design')),
            ...allow(is('db'), is('kernel'), is('db'), is('platform'), indexOf('domain')),
            ...allow(is('platform'), is('kernel'), is('platform')),
            ...allow(
              is('audit'),
              is('kernel'),
              is('audit'),
              is('db'),
              is('platform'),
              indexOf('domain', 'access')
            ),
            ...allow(
              is('http'),
              is('kernel'),
              is('i18n'),
              is('http'),
              is('platform'),
              is('db'),
              is('audit'),
              indexOf('domain', 'access'),
              indexOf('server', [
                'access',
                'aids',
                'contact-policy',
                'messaging',
                'plans',
                'privacy',
                'surveys'
              ])
            ),
            ...allow(
              is('route'),
              is('route'),
              is('kernel'),
              is('i18n'),
              is('design'),
              is('domain-ui'),
              is('http'),
              indexOf('domain'),
              indexOf('server')
            ),
            // programs compose everything, like the tests
            { from: is('bin'), allow: { to: { element: { type: '*' } } } },
            { from: is('seed'), allow: { to: { element: { type: '*' } } } }
          ]
        }
      ]
    }
  },
  ...perDomain,
  restrict(
    ['src/lib/!(server|ui|i18n)/**/*.ts'],
    onlyIn(
      'Pure code does no I/O: put this in src/lib/server/<domain>/.',
      'drizzle-orm',
      'drizzle-orm/*',
      'postgres',
      'node:*'
    ),
    onlyIn('Pure code does not know SvelteKit.', '@sveltejs/kit', '$app/*', '$env/*')
  ),
  restrict(
    ['src/lib/server/!(db|http|platform)/**/*.ts'],
    onlyIn(
      'Return a Result; src/lib/server/http turns it into fail(), error() or redirect().',
      '@sveltejs/kit',
      '$app/*',
      '$env/*'
    )
  ),
  restrict(
    ['src/routes/**/*.{ts,svelte}'],
    onlyIn(
      'Routes do not query: call a use case from $lib/server/<domain>.',
      'drizzle-orm',
      'drizzle-orm/*',
      '$env/*'
    )
  )
);
