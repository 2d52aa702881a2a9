import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { contractNames } from './tools/lint/contract-names.mjs';
import { clinic } from './tools/lint/plugin.mjs';

const browserRooms = ['src/**/*.ts'];
/** What runs on a server. */
const server = ['src/{receiver,desk,cli}/**'];

export default defineConfig(
  globalIgnores(['dist/', 'storybook-static/', 'coverage/', '.cache/', '.data/']),
  js.configs.recommended,
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  {
    // These drive browsers, so that parts of them run in a page.
    files: ['bench/*', 'test/{e2e,pinned,support}/**/*.mjs', 'tools/build/measure.mjs'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    files: ['stories/**/*.{js,mjs}'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    files: ['**/*.ts'],
    extends: [
      tseslint.configs.recommendedTypeChecked,
      lit['flat/recommended'],
      wc['flat/best-practice'],
      { plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules },
    ],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/unbound-method': 'off', // Lit binds @event=${this.method}
      '@typescript-eslint/require-await': 'off', // a port is async also where an adapter has nothing to wait for
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      'wc/guard-super-call': 'off', // ReactiveElement has every callback
    },
    settings: { wc: { elementBaseClasses: ['ClinicElement', 'LitElement', 'ReactiveElement'] } },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { clinic },
    rules: { 'clinic/sinks': 'error', 'clinic/safe-href': 'error' },
  },
  {
    // One place sends, so that its rules hold for every answer: timeouts, retries, credentials, endpoints.
    files: browserRooms,
    ignores: ['src/transport/**', ...server],
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Only src/transport fetches.' }],
      'no-restricted-properties': [
        'error',
        ...['window', 'globalThis', 'self'].map((object) => ({
          object,
          property: 'fetch',
          message: 'Only src/transport fetches.',
        })),
      ],
    },
  },
  {
    // One place listens to other windows, so that a sender's origin is checked once and for all.
    files: browserRooms,
    ignores: ['src/bus/**', 'src/form/**', ...server],
    rules: { 'no-restricted-syntax': ['error', ...messages()] },
  },
  {
    files: ['src/form/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...messages()],
      'clinic/no-field-names': ['error', await contractNames()],
    },
  },
  {
    // A lazy module that is imported by value comes with whoever imports it, and is lazy no longer.
    files: ['src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '\\.lazy(\\.js$|/)',
              allowTypeImports: true,
              message: 'A lazy module is imported by import(), or for its types only.',
            },
          ],
        },
      ],
      // `import { type X }` leaves an import behind.
      '@typescript-eslint/no-import-type-side-effects': 'error',
    },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off', // chai
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);

function messages() {
  const message = 'Only src/bus listens to other windows.';
  return [
    {
      selector:
        'CallExpression[callee.property.name="addEventListener"][arguments.0.value="message"]',
      message,
    },
    {
      selector: 'CallExpression[callee.name="addEventListener"][arguments.0.value="message"]',
      message,
    },
    { selector: 'AssignmentExpression[left.property.name="onmessage"]', message },
  ];
}
