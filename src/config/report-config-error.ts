const reported = new Set<string>();

/**
 * Logs a configuration error to the console, each line once per page: what is wrong, where, and how
 * to fix it. The line must not contain anything a visitor typed.
 */
export function reportConfigError(line: string): void {
  if (reported.has(line)) return;
  reported.add(line);
  console.error(`[clinic-widgets] ${line}`);
}
