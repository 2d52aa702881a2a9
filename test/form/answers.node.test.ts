import { beforeEach, describe, expect, it } from 'vitest';
import { AnswerStore } from '../../src/form/answers.js';

let answers: AnswerStore;
beforeEach(() => void (answers = new AnswerStore()));

describe('the answers of a form', () => {
  it('are undefined where nothing was entered', () => {
    expect(answers.text('email')).toBe(undefined);
    expect(answers.flag('email')).toBe(undefined);
    expect(answers.list('email')).toBe(undefined);
    expect(answers.files('email')).toBe(undefined);
    expect(answers.get('email')).toBe(undefined);
    expect(answers.raw('email')).toBe('');
    expect(answers.has('email')).toBe(false);
  });

  it('say whether they have changed', () => {
    expect(answers.set('email', ''), 'an empty box says nothing new').toBe(false);
    expect(answers.set('email', 'a')).toBe(true);
    expect(answers.set('email', 'a')).toBe(false);
    expect(answers.set('email', '')).toBe(true);
    expect(answers.set('agreed', false)).toBe(false);
    expect(answers.set('agreed', true)).toBe(true);
    expect(answers.set('topics', [])).toBe(false);
    expect(answers.set('topics', ['news', 'events'])).toBe(true);
    expect(answers.set('topics', ['news', 'events'])).toBe(false);
    expect(answers.set('topics', ['events', 'news'])).toBe(true);
    const slot = { id: 'a' };
    expect(answers.set('slot', slot)).toBe(true);
    expect(answers.set('slot', slot)).toBe(false);
    expect(answers.set('slot', { id: 'a' }), 'another object is another answer').toBe(true);
  });

  it('are trimmed as text, and kept as they stand in the box', () => {
    answers.set('name', ' Ana ');
    expect(answers.text('name')).toBe('Ana');
    expect(answers.raw('name')).toBe(' Ana ');
    answers.set('name', '  ');
    expect(answers.text('name')).toBe(undefined);
    expect(answers.has('name'), 'somebody was there').toBe(true);
  });

  it('are yes or no of a box and of radio buttons', () => {
    answers.set('agreed', true);
    answers.set('first', 'false');
    answers.set('other', 'perhaps');
    expect([answers.flag('agreed'), answers.flag('first'), answers.flag('other')]).toEqual([
      true,
      false,
      undefined,
    ]);
  });

  it('tell which boxes are checked', () => {
    answers.set('topics', ['news']);
    answers.set('visit', 'telehealth');
    answers.set('agreed', true);
    expect(answers.list('topics')).toEqual(['news']);
    expect(answers.isChecked('topics', 'news')).toBe(true);
    expect(answers.isChecked('topics', 'events')).toBe(false);
    expect(answers.isChecked('visit', 'telehealth')).toBe(true);
    expect(answers.isChecked('visit', 'in-person')).toBe(false);
    expect(answers.isChecked('agreed', 'true')).toBe(true);
  });

  it('keep what was picked while the box shows its text, and drop it with the next letter', () => {
    const picked = { text: 'Élan Cover', id: 'elan' };
    answers.set('payer', picked);
    expect(answers.set('payer', 'Élan Cover'), 'the box is read again').toBe(false);
    expect(answers.get('payer')).toBe(picked);
    expect(answers.text('payer')).toBe('Élan Cover');
    expect(answers.set('payer', 'Élan Covers')).toBe(true);
    expect(answers.get('payer')).toBe(undefined);
    expect(answers.text('payer')).toBe('Élan Covers');
  });

  it('hold files apart from texts', () => {
    const file = { filename: 'front.jpg', blob: new Blob(['x']) };
    answers.set('cards', [file]);
    answers.set('topics', ['news']);
    expect(answers.files('cards')).toEqual([file]);
    expect(answers.files('topics')).toEqual([]);
    answers.set('cards', []);
    expect(answers.files('cards')).toBe(undefined);
  });

  it('are forgotten one by one and all at once', () => {
    answers.set('a', '1');
    answers.set('b', '2');
    answers.delete('a');
    expect([answers.has('a'), answers.has('b')]).toEqual([false, true]);
    answers.waitFor(Promise.resolve());
    answers.clear();
    expect(answers.has('b')).toBe(false);
    expect(answers.isPending).toBe(false);
  });

  it('that are on their way are waited for, those too that come on the way', async () => {
    let come!: () => void;
    const order: string[] = [];
    answers.waitFor(
      new Promise<void>((resolve) => (come = resolve)).then(() => {
        order.push('first');
        answers.waitFor(Promise.resolve().then(() => order.push('second')));
      }),
    );
    expect(answers.isPending).toBe(true);
    const settled = answers.settled().then(() => order.push('settled'));
    come();
    await settled;
    expect(order).toEqual(['first', 'second', 'settled']);
    expect(answers.isPending).toBe(false);
  });
});
