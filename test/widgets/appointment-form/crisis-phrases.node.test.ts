import { describe, expect, test } from 'vitest';
import { soundsLikeCrisis } from '../../../src/widgets/appointment-form/parts/crisis-signpost.lazy/crisis-phrases.js';

describe('words that sound like danger', () => {
  test.each([
    'I want to die',
    'i want to DIE.',
    'Some days I just wanna die',
    'I’ve been thinking about killing myself',
    'kill my self',
    "I can't stop thinking about suicide",
    'feeling suicidal since May',
    'I am not doing well, I want to die',
    'I am not doing well and I want to end my life',
    'No one would care if I killed myself. No, really',
    "I don't know if I want to die",
    'No. I want to die',
    'I don’t want to live anymore',
    'I do not want to be here any more',
    "I can't go on",
    'there is no reason to live',
    'life is not worth living',
    'everyone would be better off without me',
    'I wish I was dead',
    'I keep cutting myself',
    'I have urges to hurt myself',
    'I took an overdose last week',
    'self-harm, for about a year',
    "I don't feel safe with myself",
    "I'm afraid I will hurt my baby",
    'I might kill him',
    'my husband is going to kill me',
    'my ex threatened to kill me',
    'Quiero morir',
    'Me quiero morir, ayúdenme',
    'A veces pienso en el suicidio',
    'he pensado en matarme',
    'me voy a suicidar',
    'quiero quitarme la vida',
    'quiero acabar con todo',
    'Ya no quiero vivir',
    'no quiero seguir viviendo',
    'ya no puedo más',
    'ojalá me muriera',
    'estarían mejor sin mí',
    'tengo ganas de hacerme daño',
    'me corto: autolesiones desde hace un año',
    'tomé una sobredosis',
    'mi esposo me quiere matar',
    'No estoy bien, quiero morirme',
    // Nobody writes in order of our lists.
    'Hello, I need an appointment because\nlately i want to die and I sleep badly',
  ])('%s', (text) => {
    expect(soundsLikeCrisis(text)).toBe(true);
  });
});

describe('words that do not', () => {
  test.each([
    '',
    'I want to diet',
    'I am dying to try TMS',
    'The headaches are killing me',
    'I hurt myself playing football',
    'I cut myself shaving',
    'My father died last year',
    'My mother wants to come with me',
    'I have never wanted to die',
    'I am not suicidal',
    'No suicidal thoughts, no self-harm',
    'I have never had any thoughts of suicide',
    'I do not want to kill myself',
    "I don't have a plan to end my life",
    'I work in suicide prevention',
    'How can I end my life insurance with you',
    'I wanted to die of embarrassment',
    'killing time until my appointment',
    'Can I live at home during treatment?',
    'I do not want to live in pain',
    'I want to ask about medication',
    'Quiero vivir mejor',
    'Me muero de hambre después de la sesión',
    'me quiero morir de risa',
    'No he pensado en suicidarme',
    'nunca he querido morir',
    'sin ideas de suicidio',
    'No tengo ganas de morir',
    'quiero cortarme el pelo antes',
    'Mi padre murió el año pasado',
    'quiero saber el precio',
    'El tratamiento, ¿me hace bien?',
  ])('%s', (text) => {
    expect(soundsLikeCrisis(text)).toBe(false);
  });

  test('the same words twice are heard twice', () => {
    for (let count = 0; count < 3; count++) expect(soundsLikeCrisis('I can’t go on')).toBe(true);
  });

  test('500 characters are looked at in less than a frame', () => {
    const long = 'I do not want to be thinking about wanting to have any plans of it '.repeat(8);
    const started = performance.now();
    for (let count = 0; count < 20; count++) soundsLikeCrisis(long);
    expect((performance.now() - started) / 20).toBeLessThan(16);
  });
});
