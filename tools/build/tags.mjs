import { existsSync, readdirSync } from 'node:fs';

/** The tags of all widgets: the folders src/widgets/<tag> with a file <tag>.ts. */
export const tags = readdirSync('src/widgets').filter((tag) =>
  existsSync(`src/widgets/${tag}/${tag}.ts`),
);
