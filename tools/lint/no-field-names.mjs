/**
 * Reports names of the contract (keys of answers, submission types, tags) in the shared form code.
 * Behavior of one field belongs to that field; otherwise the next field with the same need is
 * forgotten. Settings of the same name are read through `config` or `settings`.
 */

/** Objects whose keys of the same name are not answers. */
const notAnswers = /^(config|settings|window|globalThis|document)$/i;
/** Words of the form code that are also contract keys: reported only on answers. */
const alsoOurs = ['answers', 'reason'];
const answers = /^(answers|data|values)$/i;

/** `settings` of `this.#host.settings?.phone`. */
const nameOf = (node) =>
  node?.type === 'MemberExpression'
    ? node.property.name
    : node?.type === 'TSNonNullExpression' || node?.type === 'ChainExpression'
      ? nameOf(node.expression)
      : node?.name;

/** Whether an object holds values of a message: `words.t('call-us', { phone })`. */
const isForWords = ({ parent }) =>
  parent.type === 'CallExpression' && /^(t|say)$/.test(nameOf(parent.callee));

/**
 * What a pattern destructures: `settings` of `const { phone } = this.settings` and of `({ settings:
 * { phone } }) => …`.
 */
const sourceOf = (pattern) => {
  const { parent } = pattern;
  if (parent.type === 'VariableDeclarator') return nameOf(parent.init);
  if (parent.type === 'AssignmentExpression') return nameOf(parent.right);
  if (parent.type === 'AssignmentPattern') return sourceOf(parent);
  if (parent.type === 'Property') return parent.key.name;
  return undefined;
};

export const noFieldNames = {
  meta: {
    type: 'problem',
    schema: [
      {
        type: 'object',
        properties: {
          fields: { type: 'array', items: { type: 'string' } },
          names: { type: 'array', items: { type: 'string' } },
        },
        required: ['fields', 'names'],
        additionalProperties: false,
      },
    ],
  },
  create(context) {
    const { fields, names } = context.options[0];
    const isKey = new Set(fields);
    const either = [...fields, ...names];
    const written = fields.length && new RegExp(`^(${fields.join('|')})([.-]|$)`);
    const inPattern = fields.length && new RegExp(`\\b(${fields.join('|')})\\b`);
    const report = (node, name) =>
      context.report({ node, message: `The engine names no field or widget: "${name}".` });
    const text = (node, value) => {
      if (either.includes(value) || (written && written.test(value))) report(node, value);
    };
    /** @param {string | undefined} of name of the object, if known */
    const key = (node, name, of = '') => {
      if (!isKey.has(name) || notAnswers.test(of)) return;
      if (!alsoOurs.includes(name) || answers.test(of)) report(node, name);
    };
    const declared = ({ key: node, computed }) => {
      if (!computed && node.type === 'Identifier') key(node, node.name);
    };
    return {
      Literal(node) {
        if (node.regex) {
          const found = inPattern && inPattern.exec(node.regex.pattern);
          if (found) report(node, found[0]);
        } else if (typeof node.value === 'string') text(node, node.value);
      },
      TemplateElement: (node) => text(node, node.value.cooked),
      MemberExpression({ object, property, computed }) {
        if (!computed && property.type === 'Identifier')
          key(property, property.name, nameOf(object));
      },
      Property({ key: node, computed, parent }) {
        if (computed || node.type !== 'Identifier' || isForWords(parent)) return;
        key(node, node.name, parent.type === 'ObjectPattern' ? sourceOf(parent) : undefined);
      },
      PropertyDefinition: declared,
      MethodDefinition: declared,
      TSPropertySignature: declared,
      TSMethodSignature: declared,
    };
  },
};
