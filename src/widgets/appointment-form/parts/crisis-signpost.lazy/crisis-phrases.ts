/**
 * Whether a text suggests a crisis, in English or Spanish, whatever the language of the page. It
 * runs in the browser and only opens a signpost: a false positive costs a glance, a false negative
 * may cost a life. A denial ("I never wanted to die") therefore counts only directly before the
 * phrase, and common figures of speech ("dying to see you") are left out.
 */

/** Phrases about one's own life. Ignored if denied. */
const deniable = [
  String.raw`kill(?:ed|ing)? my ?self(?! laughing)`,
  String.raw`(?:end|ending|take|taking|took) my (?:own )?life(?! insurance)`,
  String.raw`(?:want(?:ed)?|wants|wish|ready|going|gonna|wanna|rather|hope|hoping)(?: to)? (?:die|be dead|end it all)(?! of (?:embarrassment|laugh|shame|boredom|curiosity|hunger)| laughing)`,
  String.raw`wish(?:ed|ing)? (?:that )?i (?:was|were|would be|could be|had never been|wasn't|weren't) (?:dead|born|alive|here)`,
  String.raw`better off (?:dead|without me)`,
  String.raw`suicid\w*(?! (?:prevention|awareness|squad|hotline|lifeline|training))`,
  String.raw`self[- ]?harm\w*`,
  String.raw`(?:hurt|harm|cut|burn|hurting|harming|cutting|burning) my ?self (?:again|on purpose|every|to feel)`,
  String.raw`(?:want|wanted|wanting|going|gonna|plan|planning|might|may|will|could|urges?|thinking|thoughts|feel like|afraid|scared|keep|kept|about|of|to) (?:to |of |about |i(?:'ll| will|'d| would|'m going to)? |that |might )*(?:hurt|harm|cut|burn|hurting|harming|cutting|burning) my ?self`,
  String.raw`end it all`,
  String.raw`overdos\w*`,
  String.raw`take all (?:of )?my (?:pills|meds|medicines?|medications?)`,

  String.raw`(?:quiero|quisiera|queria|deseo|deseaba|gustaria|prefiero|preferiria|ganas de|pienso en|ojala) (?:morir(?:me)?|estar muert[oa]|desaparecer para siempre)(?! de (?:risa|hambre|verguenza|sueno|pena|miedo|frio|calor))`,
  String.raw`me quier[oe] (?:morir|matar)(?! de (?:risa|hambre|verguenza|sueno|pena|frio|calor))`,
  String.raw`ojala (?:me )?(?:muriera|estuviera muert[oa])`,
  String.raw`(?:mejor|estaria mejor|estarian mejor) (?:muert[oa]|sin mi)`,
  String.raw`(?:matarme|matarse|suicidar\w*|suicid[ai]\w*|me suicid\w*|me voy a matar)`,
  String.raw`quitar(?:me|se)? la vida`,
  String.raw`me (?:quito|quite|quitaria) la vida`,
  String.raw`(?:acabar|terminar) con (?:mi vida|todo|mi sufrimiento)`,
  String.raw`cortarme (?:las venas|los brazos|las munecas)`,
  String.raw`(?:hacer(?:me)?|me (?:hago|hice|haria|quiero hacer)) dano`,
  String.raw`(?:quiero|voy a|ganas de|pienso|podria|miedo de|temo) (?:en )?(?:lastimarme|herirme|cortarme(?! el))`,
  String.raw`autolesion\w*`,
  String.raw`sobredosis`,
];

/** Phrases that contain a negation and still indicate danger. */
const despair = [
  String.raw`(?:do not|don't|dont|did not|didn't|no longer|never) (?:really |even )?(?:want|wanna|wish|care)(?: to)? (?:be alive|live(?! (?:in (?!this world)|at |near |far ))|be here any ?more|exist|wake up)`,
  String.raw`(?:can't|cant|cannot|can not|couldn't) (?:go on|keep going|live|do this|take (?:it|this))(?: like this| with this)?(?: any ?(?:more|longer))`,
  String.raw`can't go on`,
  String.raw`(?:no|not? (?:a|any)) (?:reason|point)s? (?:to|in|for) (?:live|living|be alive|being alive|go on|going on)`,
  String.raw`nothing (?:left )?to live for`,
  String.raw`(?:isn't|is not|not) worth living`,
  String.raw`(?:not|don't feel|do not feel) safe (?:with|from) my ?self`,

  String.raw`(?:ya )?no quier[oe] (?:vivir|seguir viviendo|seguir vivi?[oa]|existir|despertar|estar (?:aqui|viv[oa]))`,
  String.raw`no (?:tengo|siento) ganas de vivir`,
  String.raw`sin ganas de vivir`,
  String.raw`(?:ya )?no puedo (?:mas|seguir asi|seguir viviendo)`,
  String.raw`no (?:vale la pena|tiene sentido) (?:vivir|seguir|mi vida)`,
];

/** Danger to others, or threats by others. */
const others = [
  String.raw`(?:want|wanted|going|gonna|plan|planning|might|will|could|urges?|thinking|thoughts|feel like|about) (?:to |of |about )*(?:kill|shoot|stab|hurt|harm|killing|shooting|stabbing|hurting|harming) (?:him|her|them|someone|somebody|people|everyone|my (?:husband|wife|partner|boyfriend|girlfriend|mother|mom|father|dad|son|daughter|baby|child|children|kids|family|boss|roommate|neighbou?rs?))\b`,
  String.raw`(?:he|she|they|husband|wife|boyfriend|girlfriend|partner|ex|father|mother|somebody|someone)(?: is| are|'s|'re)? (?:going to|gonna|will|wants? to|threaten(?:s|ed|ing)? to|tried to|trying to) (?:kill|shoot|stab|hurt) me`,

  String.raw`(?:quiero|voy a|podria|ganas de|pienso|miedo de) (?:en )?(?:matarl[oae]s?|hacerles? dano|lastimarl[oae]s?|matar a|hacerle dano a|lastimar a)`,
  String.raw`(?:el|ella|ellos|esposo|esposa|marido|mujer|pareja|ex|novi[oa]|padre|madre|alguien) (?:me (?:va a|quiere|amenaza con|amenazo con|intento|ha intentado)|(?:quiere|amenaza con|intento)) (?:matar|lastimar)(?:me)?`,
];

const any = (patterns: string[]) =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${patterns.join('|')})(?![\p{L}\p{N}])`, 'gu');

/** A denial directly before a phrase, with only related words between them. */
const denial =
  /(?<![\p{L}\p{N}])(?:not|never|no|without|don't|dont|doesn't|didn't|didnt|haven't|havent|hasn't|isn't|wasn't|wouldn't|won't|ain't|deny|denies|denied|nunca|jamas|sin|ni|tampoco|niego)(?: (?:a|an|any|been|feel|feeling|felt|have|having|had|think|thinking|thought|thoughts|about|of|or|want|wanted|wanting|going|plan|plans|planning|to|ever|currently|at|all|really|actually|actively|active|history|i|am|be|ideas?|he|ha|me|quiero|quise|tengo|tenido|tuve|estoy|soy|siento|pienso|pensado|pense|pensamientos?|en|de|la|el|un|una|ningun|ninguna|ganas|intencion|intentado|intentos?|ideacion|antecedentes))* $/u;

const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’´`]/g, "'")
    // A denial does not apply across punctuation.
    .replace(/[.,;:!?¡¿()\n\r"“”]+/g, ' | ')
    .replace(/\s+/g, ' ');

const [own, never, other] = [any(deniable), any(despair), any(others)];

export function soundsLikeCrisis(text: string): boolean {
  const words = plain(text);
  if (never.test(words) || other.test(words)) {
    never.lastIndex = other.lastIndex = 0;
    return true;
  }
  return [...words.matchAll(own)].some(({ index }) => !denial.test(words.slice(0, index)));
}
