export const en = {
  'src.failed': 'The answers could not be loaded just now.',
};
