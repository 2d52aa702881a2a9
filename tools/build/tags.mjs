import { existsSync, readdirSync } from 'node:fs';

/** The widgets there are: a folder src/widgets/<tag> that holds <tag>.ts. */
export const tags = readdirSync('src/widgets').filter((tag) =>
  existsSync(`src/widgets/${tag}/${tag}.ts`),
);
