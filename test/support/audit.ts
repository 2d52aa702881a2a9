import 'axe-core/axe.min.js';
import type Axe from 'axe-core';
import { standards } from '../../stories/support/axe.js';

declare const axe: typeof Axe;

export interface Audit {
  /** One line each */
  violations: string[];
  /** How many nodes inside shadow roots a rule was tried on */
  seen(rule: string): number;
}

/** Runs axe over what is shown, to the same standards as Storybook does. */
export async function audit(shown: Element): Promise<Audit> {
  const results = await axe.run(shown, {
    runOnly: standards,
    // A story is a part of a page.
    rules: { region: { enabled: false } },
  });
  const inside = ({ target }: { target: unknown[] }) => Array.isArray(target[0]);
  const all = [...results.passes, ...results.violations, ...results.incomplete];
  return {
    violations: results.violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help} (${JSON.stringify(target)})`),
    ),
    seen: (rule) =>
      all.filter(({ id }) => id === rule).flatMap(({ nodes }) => nodes.filter(inside)).length,
  };
}

/** For each kind of thing that axe looks at one by one: the rule that does. */
const looked = {
  label: 'input, textarea',
  'select-name': 'select',
  'button-name': 'button',
  'empty-heading': 'h1, h2, h3, h4, h5, h6',
  'link-name': 'a[href]',
};

/** What axe has not seen of a root: nothing wrong in what nobody looked at is no proof. */
export function unseen(root: ShadowRoot, { seen }: Audit): string[] {
  return Object.entries(looked).flatMap(([rule, selector]) => {
    const there = root.querySelectorAll(selector).length;
    return seen(rule) < there ? [`${rule}: ${seen(rule)} of ${there} seen`] : [];
  });
}
