const longest = 60;

/** `¿Cuánto cuesta?` → `cuanto-cuesta`: the words of a question, so that its address stays when the order changes. */
const slug = (question: string): string => {
  const words = question
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize()
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  let id = '';
  for (const word of words ?? []) {
    if (id && id.length + word.length > longest) break;
    id += (id && '-') + word.slice(0, longest);
  }
  return id || 'answer';
};

/** Gives every answer an address. Its own id wins; two that would have the same one are told apart by `-2`. */
export function nameAll(host: Element, answers: Iterable<HTMLElement>): void {
  // Taken out of the page meanwhile, it stands under no root that knows ids.
  const root = host.getRootNode() as Partial<Document>;
  const taken = new Set<string>();
  /** The next number of each name, so that thousands of twins do not ask for all that came before. */
  const next = new Map<string, number>();
  for (const details of answers) {
    if (!details.id || taken.has(details.id)) {
      const first = details.id || slug(details.querySelector('summary')?.textContent ?? '');
      let id = first;
      let more = next.get(first) ?? 2;
      while (taken.has(id) || root.getElementById?.(id)) id = `${first}-${more++}`;
      next.set(first, more);
      details.id = id;
    }
    taken.add(details.id);
  }
}
