import { bus, type ClinicEvents } from '../../src/bus/index.js';

const listening = new AbortController();

/** The details of all events of a kind from now on. */
export function hear<Type extends keyof ClinicEvents>(kind: Type): ClinicEvents[Type][] {
  const heard: ClinicEvents[Type][] = [];
  bus.on(kind, (detail) => heard.push(detail), { signal: listening.signal });
  return heard;
}

const lines: string[] = [];
const real = console.error;
console.error = (...parts: unknown[]) => {
  const line = parts.map(String).join(' ');
  if (line.startsWith('[clinic-widgets]')) lines.push(line);
  else real(...parts);
};

/** The library's console lines since the last call. The same line is said once per page: word each mistake anew. */
export const complaints = (): string[] => lines.splice(0);

beforeEach(() => void lines.splice(0));
