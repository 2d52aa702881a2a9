// What our FAQ is measured against: the same questions as plain HTML with the small script that a page would write for itself.
const rows = [...document.querySelectorAll('#faq > details')];
const texts = rows.map((row) => row.textContent.toLowerCase());
const count = document.querySelector('#count');
document.querySelector('#box').addEventListener('input', ({ target }) => {
  const words = target.value.toLowerCase();
  let found = 0;
  rows.forEach((row, at) => {
    const hit = texts[at].includes(words);
    if (hit) found++;
    if (row.hidden === hit) row.hidden = !hit;
  });
  count.textContent = words ? `${found} questions` : '';
});
performance.mark('interactive');
