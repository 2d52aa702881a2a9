import { beforeEach, describe, expect, it } from 'vitest';
import { review, StepFlow } from '../../src/form/steps/step-flow.js';

const steps = [
  { id: 'who', fields: ['forWhom'] },
  { id: 'visit', fields: ['service', 'location'] },
  { id: 'when', fields: ['slot'] },
  { id: 'about', fields: ['name', 'guardian'] },
] as const;

let asked: Set<string>;
let flow: StepFlow;
beforeEach(() => {
  asked = new Set(['forWhom', 'service', 'slot', 'name']);
  flow = new StepFlow(steps, (name) => asked.has(name));
});

const ids = () => flow.asked.map(({ id }) => id);
/** Goes on where nothing is missing. */
const go = (times = 1) => {
  for (let time = 0; time < times; time++) flow.next([]);
};

describe('the steps', () => {
  it('are those with a question in them, and the review page at the end', () => {
    expect(ids()).toEqual(['who', 'visit', 'when', 'about', review]);
    asked.delete('service');
    expect(ids()).toEqual(['who', 'when', 'about', review]);
    asked.add('location');
    expect(ids()).toEqual(['who', 'visit', 'when', 'about', review]);
  });

  it('begin with the first that is asked', () => {
    asked.delete('forWhom');
    expect(flow.at).toBe(0);
    expect(flow.step.id).toBe('visit');
    expect(flow.hasBack).toBe(false);
  });

  it('name their fields in order', () => {
    expect(flow.order).toEqual(['forWhom', 'service', 'location', 'slot', 'name', 'guardian']);
  });

  it('are the review page alone where nothing is asked', () => {
    asked.clear();
    expect(ids()).toEqual([review]);
    expect(flow.step.id).toBe(review);
  });

  it('show the controls of their fields, inner ones too', () => {
    go(3);
    expect(flow.shows('name')).toBe(true);
    expect(flow.shows('guardian.phone')).toBe(true);
    expect(flow.shows('service')).toBe(false);
  });
});

describe('the way through the steps', () => {
  it('leads on and back, one at a time', () => {
    const seen = [flow.step.id];
    for (let step = 1; step < 5; step++) {
      go();
      seen.push(flow.step.id);
    }
    expect(seen).toEqual(['who', 'visit', 'when', 'about', review]);
    expect(flow.hasBack).toBe(true);
    flow.back();
    expect(flow.step.id).toBe('about');
  });

  it('leads over a step that an answer has closed', () => {
    go();
    asked.delete('slot');
    go();
    expect(flow.step.id).toBe('about');
    flow.back();
    expect(flow.step.id).toBe('visit');
  });

  it('shows the next step where an answer closes the one that is shown', () => {
    go();
    asked.delete('service');
    expect(flow.step.id).toBe('when');
    asked.add('service');
    expect(flow.step.id, 'and goes back with it').toBe('visit');
    asked.delete('service');
    flow.settle();
    asked.add('service');
    expect(flow.step.id, 'unless the visitor went on from there').toBe('when');
  });

  it('leads to the step of any field or consent, and nowhere for what is not asked', () => {
    expect(flow.turnTo('slot')).toBe(true);
    expect(flow.step.id).toBe('when');
    expect(flow.turnTo('guardian.phone')).toBe(true);
    expect(flow.step.id).toBe('about');
    expect(flow.turnTo('consent.privacy')).toBe(true);
    expect(flow.step.id).toBe(review);
    expect(flow.turnTo('nothing')).toBe(false);
    asked.delete('service');
    expect(flow.turnTo('service')).toBe(false);
    expect(flow.step.id).toBe(review);
  });

  it('begins anew after a reset', () => {
    go(4);
    flow.change('service');
    flow.reset();
    expect(flow.step.id).toBe('who');
    expect(flow.hasBack).toBe(false);
    go();
    expect(flow.step.id).toBe('visit');
  });
});

describe('a change from the review page', () => {
  beforeEach(() => go(4));

  it('leads to the field and back', () => {
    expect(flow.change('forWhom')).toBe(true);
    expect(flow.step.id).toBe('who');
    expect(flow.hasBack, 'also on the first step').toBe(true);
    go();
    expect(flow.step.id).toBe(review);
    flow.back();
    expect(flow.step.id, 'the change is over').toBe('about');
  });

  it('is left by Back as well', () => {
    flow.change('service');
    flow.back();
    expect(flow.step.id).toBe(review);
  });

  it('leads to the questions that it has opened first', () => {
    flow.change('forWhom');
    flow.next(['guardian.phone', 'slot']);
    expect(flow.step.id).toBe('about');
    flow.next(['slot']);
    expect(flow.step.id).toBe('when');
    go();
    expect(flow.step.id).toBe(review);
  });
});
