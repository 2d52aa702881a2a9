import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** What stands in code although visitors see or hear it, by file. Such a text cannot be replaced or translated. */
const allowed: Record<string, string[]> = {};

const shownAttributes = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
];
const shownProperties = ['textContent', 'innerText', 'title', 'placeholder', 'alt', 'ariaLabel'];

/** Whether a text has a word in it; `4:59`, `·` or one letter has none. */
const hasWords = (text: string) => /\p{L}{2}/u.test(text);

/** The texts of a file that visitors would see without a dictionary. */
function bypassing(source: string): string[] {
  const found: string[] = [];
  const note = (text: string) => hasWords(text) && found.push(text.trim().replace(/\s+/g, ' '));

  /** Text between tags, and attributes with words; `\0` stands where a value is put in. */
  const readTemplate = (template: string) => {
    const open = template.replace(/<!--[\s\S]*?-->/g, '');
    for (const [, name, text] of open.matchAll(/([\w-]+)="([^"]*)"/g))
      if (shownAttributes.includes(name)) for (const part of text.split('\0')) note(part);
    // Attributes may hold `>` only in a value that is put in.
    for (const text of open.replace(/<[^>]*>/g, '\0').split('\0')) note(text);
  };

  const literal = (node: ts.Node) => {
    const look = (inner: ts.Node): void => {
      if (ts.isStringLiteral(inner) || ts.isNoSubstitutionTemplateLiteral(inner)) note(inner.text);
      else if (ts.isTemplateExpression(inner))
        for (const { text } of [inner.head, ...inner.templateSpans.map((span) => span.literal)])
          note(text);
      else if (ts.isConditionalExpression(inner)) [inner.whenTrue, inner.whenFalse].forEach(look);
      else if (ts.isBinaryExpression(inner)) [inner.left, inner.right].forEach(look);
      else if (ts.isParenthesizedExpression(inner)) look(inner.expression);
    };
    look(node);
  };

  const nameOf = (name: ts.PropertyName | ts.MemberName) =>
    ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';

  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /^(html|svg)$/.test(node.tag.getText())) {
      const { template } = node;
      readTemplate(
        ts.isNoSubstitutionTemplateLiteral(template)
          ? template.text
          : [template.head.text, ...template.templateSpans.map((span) => span.literal.text)].join(
              '\0',
            ),
      );
      // `html`${'Some words'}`` is text too.
      if (ts.isTemplateExpression(template))
        for (const { expression } of template.templateSpans)
          if (ts.isStringLiteral(expression)) note(expression.text);
    }
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isPropertyAccessExpression(node.left) &&
      shownProperties.includes(node.left.name.text)
    )
      literal(node.right);
    if (
      ts.isPropertyAssignment(node) &&
      [...shownProperties, ...shownAttributes].includes(nameOf(node.name))
    )
      literal(node.initializer);
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'setAttribute' &&
      ts.isStringLiteral(node.arguments[0]) &&
      shownAttributes.includes(node.arguments[0].text)
    )
      literal(node.arguments[1]);
    if (
      ts.isCallExpression(node) &&
      (node.expression.getText().endsWith('createTextNode') ||
        node.expression.getText().endsWith('confirm'))
    )
      node.arguments.forEach(literal);
    // One text in two languages, beside the dictionaries.
    if (ts.isObjectLiteralExpression(node)) {
      const languages = node.properties.filter(
        (property) =>
          ts.isPropertyAssignment(property) &&
          ['en', 'es'].includes(nameOf(property.name)) &&
          ts.isStringLiteral(property.initializer) &&
          hasWords(property.initializer.text) &&
          /\s/.test(property.initializer.text),
      );
      if (languages.length > 1) note(languages.map((property) => property.getText()).join(' '));
    }
    // A choice by language.
    if (
      ts.isConditionalExpression(node) &&
      /\b(locale|language|lang)\b[^?]*===\s*'(en|es)'/.test(node.condition.getText())
    )
      for (const branch of [node.whenTrue, node.whenFalse])
        if (
          (ts.isIdentifier(branch) && /^(en|es)$/.test(branch.text)) ||
          (ts.isStringLiteral(branch) && /\s/.test(branch.text))
        )
          note(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', source, ts.ScriptTarget.Latest, true));
  return [...new Set(found)];
}

const isForVisitors = (file: string) =>
  file.endsWith('.ts') &&
  !/^(receiver|contract|partner|desk|builder|cli)\//.test(file) &&
  !/(^|\/)messages(\.ts$|\/)/.test(file) &&
  !file.endsWith('.styles.ts');

describe('every word that visitors see', () => {
  it('comes from a dictionary', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter(isForVisitors);
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) =>
      bypassing(readFileSync(`src/${file}`, 'utf8'))
        .filter((text) => !allowed[file]?.includes(text))
        .map((text) => `src/${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['html`<p>Write to us</p>`', 'Write to us'],
    ['html`<p class=${a > b ? "x" : "y"}>Send</p>`', 'Send'],
    ['html`<p>${words.t("a")} or call</p>`', 'or call'],
    ['html`<button aria-label="Close this">${icon}</button>`', 'Close this'],
    ['html`<img alt="Your card" />`', 'Your card'],
    ["html`<p>${'Thank you'}</p>`", 'Thank you'],
    ["button.textContent = 'Copy link';", 'Copy link'],
    ["button.textContent = isDone ? 'Copied' : t('copy');", 'Copied'],
    ["input.setAttribute('placeholder', 'Your name');", 'Your name'],
    ["createPart('button', 'copy', { textContent: 'Copy link' });", 'Copy link'],
    ["field.local({ en: 'One photo', es: 'Una foto' });", "en: 'One photo' es: 'Una foto'"],
    ["const words = locale === 'es' ? es : en;", "locale === 'es' ? es : en"],
  ])('is found where it does not: %s', (source, text) => {
    expect(bypassing(source)).toEqual([text]);
  });

  it.each([
    'html`<p class="hint">${t("a")}</p>`',
    'html`<input type="text" autocomplete="name" data-field="${name}.one" />`',
    "html`${'\\u00a0'}`",
    "element.textContent = t('copy.link');",
    "element.textContent = '';",
    'css`.a { content: "x"; }`',
  ])('is not seen where there is none: %s', (source) => {
    expect(bypassing(source)).toEqual([]);
  });
});
