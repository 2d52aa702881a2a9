import { expect } from '@open-wc/testing';
import { timeoutsFor } from '../../src/form/deliver.js';
import { filesOf } from '../../src/form/submission.lazy/files.js';
import { AnswerStore } from '../../src/form/answers.js';
import { readControls } from '../../src/form/controls.js';
import { Seal } from '../../src/form/seal.js';

const content = {
  type: 'insurance-check',
  version: 1,
  data: { cards: [{ side: 'front', part: 'front' }] },
  consents: [],
} as unknown as Parameters<Seal['close']>[0];
const around = { locale: 'en' };
const photo = (text: string) => [{ part: 'cards', filename: 'front.jpg', blob: new Blob([text]) }];

describe('the files of the answers', () => {
  it('go along where an answer names their field, and nowhere else', () => {
    const answers = new AnswerStore();
    const file = (filename: string) => [{ filename, blob: new Blob(['x']) }];
    answers.set('cards', [...file('front.jpg'), ...file('back.jpg')]);
    answers.set('answers.referral', file('referral-1.jpg'));
    answers.set('answers.old', file('old-1.jpg'));
    answers.set('topics', ['news']);
    const names = (data: object) =>
      filesOf(answers, data as Record<string, unknown>).map(({ filename }) => filename);
    expect(names({ cards: [], topics: ['news'] })).to.deep.equal(['front.jpg', 'back.jpg']);
    expect(names({ answers: { referral: ['referral-1.jpg'] } })).to.deep.equal(['referral-1.jpg']);
    expect(names({ selfPay: true })).to.deep.equal([]);
    answers.clear();
    expect(names({ cards: [] })).to.deep.equal([]);
  });

  it('are not taken from a file input, whose value is the name of the visitor’s file', () => {
    const form = document.createElement('form');
    const input = Object.assign(document.createElement('input'), { type: 'file' });
    input.dataset['field'] = 'cards.front';
    form.append(input);
    const chosen = new DataTransfer();
    chosen.items.add(new File(['x'], 'anas-card.jpg'));
    input.files = chosen.files;
    const answers = new AnswerStore();
    expect(readControls(form, answers)).to.equal(false);
    expect(answers.has('cards.front')).to.equal(false);
  });
});

describe('a sealed submission with files', () => {
  it('is the same with the same files, and has the same bytes', async () => {
    const seal = new Seal();
    const files = photo('one');
    const first = seal.close(content, around, files);
    const bytes = await seal.bytes({ format: 'json' });
    expect(seal.close(content, around, [...files])).to.equal(first);
    expect(await seal.bytes({ format: 'json' })).to.equal(bytes);
    expect(bytes.contentType).to.match(/^multipart\/form-data/);
  });

  it('is another one with another photo of the same name, or with none', () => {
    const seal = new Seal();
    const first = seal.close(content, around, photo('one'));
    const second = seal.close(content, around, photo('two'));
    expect(second.id).to.not.equal(first.id);
    expect(second.replaces).to.equal(first.id);
    expect(seal.close(content, around, []).replaces).to.equal(second.id);
  });

  it('is waited for longer, up to a limit', () => {
    const of = (bytes: number) =>
      timeoutsFor([{ ...photo('')[0], blob: new Blob(['x'.repeat(bytes)]) }]);
    expect(timeoutsFor([])).to.deep.equal({});
    expect(of(300_000).attemptTimeout).to.equal(50_000);
    expect(of(4_000_000).attemptTimeout).to.equal(120_000);
    expect(of(4_000_000).totalTimeout).to.equal(240_000);
  });
});
