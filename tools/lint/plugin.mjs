/** Our own lint rules: thin, what they know stands in rooms.mjs and sinks.mjs. */
import { builtinModules } from 'node:module';
import { posix, relative, sep } from 'node:path';
import { whyNot } from './rooms.mjs';
import { findSinks } from './sinks.mjs';

const fileOf = (context) => relative(context.cwd, context.filename).split(sep).join('/');

const rooms = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const from = fileOf(context);
    const check = (node) => {
      const written = node?.value;
      if (typeof written !== 'string') return;
      const name = written.startsWith('.')
        ? posix.join(posix.dirname(from), written).replace(/\.js$/, '.ts')
        : builtinModules.includes(written)
          ? `node:${written}`
          : written;
      const message = whyNot(from, name);
      if (message) context.report({ node, message: `${written}: ${message}` });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      TSImportType: (node) => check(node.source),
    };
  },
};

const sinks = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Program() {
      for (const { line, found, instead } of findSinks(context.sourceCode.text))
        context.report({ loc: { line, column: 0 }, message: `${found}: use ${instead}.` });
    },
  }),
};

/** `href=${href}` is safe only where that constant came out of safeHref or telHref. */
const safeHref = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    TaggedTemplateExpression({ quasi }) {
      quasi.expressions.forEach((expression, index) => {
        if (!/\b(href|src|action|formaction)=["']?$/i.test(quasi.quasis[index].value.raw)) return;
        const made = (node) =>
          node?.type === 'CallExpression' && ['safeHref', 'telHref'].includes(node.callee.name);
        if (made(expression)) return;
        for (let scope = context.sourceCode.getScope(expression); scope; scope = scope.upper) {
          const variable = scope.set.get(expression.name);
          if (!variable) continue;
          const [definition] = variable.defs;
          if (definition?.parent?.kind === 'const' && made(definition.node.init)) return;
          break;
        }
        context.report({
          node: expression,
          message:
            'An address must come from safeHref(…) or telHref(…), or a constant made by one.',
        });
      });
    },
  }),
};

export const clinic = { rules: { rooms, sinks, 'safe-href': safeHref } };
