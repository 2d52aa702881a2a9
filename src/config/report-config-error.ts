const said = new Set<string>();

/**
 * One line in the console for the webmaster, once per page: what is wrong, where, and the fix. Never with a word a visitor typed.
 */
export function reportConfigError(line: string): void {
  if (said.has(line)) return;
  said.add(line);
  console.error(`[clinic-widgets] ${line}`);
}
