export function startPostgres(): Promise<
  { freshUrl: () => Promise<string>; stop: () => void } | undefined
>;
