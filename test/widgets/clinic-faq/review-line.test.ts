import { expect } from '@open-wc/testing';
import * as stories from '../../../stories/clinic-faq.stories.js';
import { staleAnswers } from '../../../stories/support/reviewed.js';
import '../../support/index.js';

const at = (...days: string[]) => {
  const box = document.createElement('div');
  days.forEach((day, number) => {
    const details = document.createElement('details');
    details.id = `a${number}`;
    details.dataset['reviewed'] = day;
    box.append(details);
  });
  return box;
};
const now = new Date('2026-11-23T12:00:00Z');

describe('answers that nobody has read over for a year', () => {
  it('are named, and those of this year are not', () => {
    expect(staleAnswers(at('2025-11-22', '2025-11-24', '2026-11-01', 'soon'), now)).to.deep.equal([
      '#a0 was last reviewed on 2025-11-22',
    ]);
  });

  const warned = async (story: (typeof stories)['Reviewed']) => {
    const lines: unknown[] = [];
    const { warn } = console;
    console.warn = (line: unknown) => lines.push(line);
    const canvas = document.createElement('div');
    document.body.append(canvas);
    try {
      canvas.append(stories.default.render(story.args ?? {}) as Node);
      await story.play!({ canvasElement: canvas });
    } finally {
      console.warn = warn;
      canvas.remove();
    }
    return lines;
  };

  it('warn in their story, and the other story is silent', async () => {
    const { ClinicElement } = await import('../../../src/element/index.js');
    ClinicElement.shadowRootOptions = { mode: 'open' };
    const lines = await warned(stories.ReviewedLongAgo);
    expect(lines).to.have.length(1);
    expect(String(lines[0])).to.include('#hurt was last reviewed on 2024-03-01');
    expect(await warned(stories.Reviewed)).to.deep.equal([]);
  });
});
