/** What the console, and errors that nobody has caught, say while a story is shown. */
export interface Listening {
  lines: string[];
  stop(): void;
}

const levels = ['error', 'warn'] as const;

export function listenToConsole(): Listening {
  const lines: string[] = [];
  const real = levels.map((level) => [level, console[level]] as const);
  for (const [level, say] of real)
    console[level] = (...parts: unknown[]) => {
      lines.push(parts.map(String).join(' '));
      say(...parts);
    };
  const failed = (event: ErrorEvent | PromiseRejectionEvent) =>
    lines.push(String('reason' in event ? event.reason : event.message));
  window.addEventListener('error', failed);
  window.addEventListener('unhandledrejection', failed);
  return {
    lines,
    stop() {
      for (const [level, say] of real) console[level] = say;
      window.removeEventListener('error', failed);
      window.removeEventListener('unhandledrejection', failed);
    },
  };
}
