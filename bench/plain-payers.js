// What our payer box is measured against: a page written by hand, with the same list, the same search and the same rows as plain nodes.
import { PayerIndex } from '../src/payers/search.js';

const box = document.querySelector('#payer');
const list = document.querySelector('#list');
const rows = 20;
let index;
let chosen = -1;

const draw = () => {
  const { payers, total } = index.search(box.value, rows);
  chosen = -1;
  list.replaceChildren(
    ...payers.map(({ name }, at) => {
      const row = document.createElement('li');
      row.id = `row-${at}`;
      row.setAttribute('role', 'option');
      row.setAttribute('aria-selected', 'false');
      row.textContent = name;
      return row;
    }),
  );
  document.querySelector('#note').textContent = total > rows ? `${rows} of ${total}` : '';
  list.hidden = false;
  box.setAttribute('aria-expanded', 'true');
};

box.addEventListener(
  'focus',
  async () => {
    index = await PayerIndex.build(await (await fetch('/payers')).json());
    performance.mark('list');
  },
  { once: true },
);
box.addEventListener('input', () => index && draw());
box.addEventListener('keydown', (event) => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  list.children[chosen]?.setAttribute('aria-selected', 'false');
  chosen += event.key === 'ArrowDown' ? 1 : -1;
  list.children[chosen]?.setAttribute('aria-selected', 'true');
});
performance.mark('interactive');
