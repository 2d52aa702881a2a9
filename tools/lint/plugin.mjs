/** The project's own lint rules. The list of sinks is in sinks.mjs. */
import { noFieldNames } from './no-field-names.mjs';
import { findSinks } from './sinks.mjs';

const sinks = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Program() {
      for (const { line, found, instead } of findSinks(context.sourceCode.text))
        context.report({ loc: { line, column: 0 }, message: `${found}: use ${instead}.` });
    },
  }),
};

/** `href=${href}` is safe only if the constant was returned by safeHref or telHref. */
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

export const clinic = {
  rules: { sinks, 'safe-href': safeHref, 'no-field-names': noFieldNames },
};
