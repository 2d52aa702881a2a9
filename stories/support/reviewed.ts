/** Months after which a clinician's review is outdated. */
const limit = 12;

/** The answers whose last review is more than a year old, one line each with title and date. */
export function staleAnswers(at: ParentNode, now = new Date()): string[] {
  const since = new Date(now);
  since.setMonth(since.getMonth() - limit);
  return [...at.querySelectorAll<HTMLElement>('[data-reviewed]')]
    .filter(({ dataset }) => new Date(`${dataset['reviewed']}T00:00:00Z`) < since)
    .map(({ id, dataset }) => `#${id} was last reviewed on ${dataset['reviewed']}`);
}

/** Warns in the console about outdated reviews. */
export function warnOfStale(at: ParentNode): void {
  for (const line of staleAnswers(at))
    console.warn(`[clinic-faq] ${line}, more than ${limit} months ago: have it read over`);
}
