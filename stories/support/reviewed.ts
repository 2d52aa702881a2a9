/** Months after which what a clinician has read over should be read again. */
const limit = 12;

/** The answers whose last review is longer ago than a year, as a line each: what it is and when it was. */
export function staleAnswers(at: ParentNode, now = new Date()): string[] {
  const since = new Date(now);
  since.setMonth(since.getMonth() - limit);
  return [...at.querySelectorAll<HTMLElement>('[data-reviewed]')]
    .filter(({ dataset }) => new Date(`${dataset['reviewed']}T00:00:00Z`) < since)
    .map(({ id, dataset }) => `#${id} was last reviewed on ${dataset['reviewed']}`);
}

/** Tells whoever looks at the stories. */
export function warnOfStale(at: ParentNode): void {
  for (const line of staleAnswers(at))
    console.warn(`[clinic-faq] ${line}, more than ${limit} months ago: have it read over`);
}
