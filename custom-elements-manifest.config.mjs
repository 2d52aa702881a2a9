import { readFileSync } from 'node:fs';
import { cemSorterPlugin } from '@wc-toolkit/cem-sorter';
import { jsxTypesPlugin } from '@wc-toolkit/jsx-types';
import { typeParserPlugin } from '@wc-toolkit/type-parser';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** What only the widgets' own code can reach is nobody's interface. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations } of customElementsManifest.modules)
      for (const declaration of declarations)
        declaration.members = declaration.members?.filter(
          ({ privacy = 'public' }) => privacy === 'public',
        );
  },
};

/** Defaults stand in the style sheet alone: the manifest reads them there, and no token goes without a description. */
const tokenDefaults = {
  name: 'token-defaults',
  packageLinkPhase({ customElementsManifest }) {
    const sheet = readFileSync('src/theme/tokens.ts', 'utf8');
    const defaults = new Map(
      [...sheet.matchAll(/var\(\s*(--clinic-[\w-]+),\s*([^;]+?)\s*\)(?:\)?);/g)].map(
        ([, name, value]) => [name, value.replace(/\s+/g, ' ')],
      ),
    );
    for (const { declarations } of customElementsManifest.modules)
      for (const { name, cssProperties } of declarations) {
        if (!cssProperties) continue;
        const described = cssProperties.map((property) => property.name);
        const missing = [...defaults.keys()].filter((token) => !described.includes(token));
        if (missing.length) throw new Error(`${name}: no @cssproperty for ${missing.join(', ')}`);
        for (const property of cssProperties) property.default = defaults.get(property.name);
      }
  },
};

export default {
  globs: [
    'src/widgets/*/*.ts',
    'src/config/clinic-config.ts',
    'src/element/clinic-element.ts',
    'src/form/posting-widget.ts',
  ],
  exclude: ['src/widgets/*/*.styles.ts'],
  outdir: '.', // custom-elements.json, which is committed
  litelement: true,
  packagejson: false, // its place is written by hand: each run would write its own folder there
  plugins: [
    publicOnly,
    tokenDefaults,
    typeParserPlugin(),
    cemSorterPlugin({ deprecatedLast: true }),
    customElementVsCodePlugin({
      outdir: 'dist',
      htmlFileName: 'vscode.html-custom-data.json',
      cssFileName: 'vscode.css-custom-data.json',
    }),
    customElementJetBrainsPlugin({
      outdir: 'dist',
      webTypesFileName: 'web-types.json',
      excludeCss: true,
      packageJson: false,
    }),
    jsxTypesPlugin({
      outdir: 'dist/lib',
      fileName: 'jsx.d.ts',
      componentTypePath: (_name, tag) =>
        tag === 'clinic-config' ? './config/clinic-config.js' : `./widgets/${tag}/${tag}.js`,
    }),
  ],
};
