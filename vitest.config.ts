import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromium, chromiumArgs } from './tools/browsers.mjs';

/**
 * `node`: what runs without a browser. `stories`: what the test panel of Storybook runs; `npm test` draws the stories in
 * `test/stories`, in every engine.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.node.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        // Two copies of Lit would render each other's templates wrongly.
        resolve: { dedupe: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'] },
        optimizeDeps: {
          exclude: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/context'],
        },
        test: {
          name: 'stories',
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: chromium, args: chromiumArgs },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
