/**
 * A list of insurers as large as a national one, the same every time: well-known public names with the short, old and written-out
 * names people use for them, one or more per state, and behind them invented ones. Nothing of it says who is in whose network.
 */

/** A small generator of numbers (mulberry32), so that a list is the same on every machine. */
const seeded = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

const stateNames = {
  AL: 'Alabama',
  AK: 'Alaska',
  AZ: 'Arizona',
  AR: 'Arkansas',
  CA: 'California',
  CO: 'Colorado',
  CT: 'Connecticut',
  DE: 'Delaware',
  FL: 'Florida',
  GA: 'Georgia',
  HI: 'Hawaii',
  ID: 'Idaho',
  IL: 'Illinois',
  IN: 'Indiana',
  IA: 'Iowa',
  KS: 'Kansas',
  KY: 'Kentucky',
  LA: 'Louisiana',
  ME: 'Maine',
  MD: 'Maryland',
  MA: 'Massachusetts',
  MI: 'Michigan',
  MN: 'Minnesota',
  MS: 'Mississippi',
  MO: 'Missouri',
  MT: 'Montana',
  NE: 'Nebraska',
  NV: 'Nevada',
  NH: 'New Hampshire',
  NJ: 'New Jersey',
  NM: 'New Mexico',
  NY: 'New York',
  NC: 'North Carolina',
  ND: 'North Dakota',
  OH: 'Ohio',
  OK: 'Oklahoma',
  OR: 'Oregon',
  PA: 'Pennsylvania',
  RI: 'Rhode Island',
  SC: 'South Carolina',
  SD: 'South Dakota',
  TN: 'Tennessee',
  TX: 'Texas',
  UT: 'Utah',
  VT: 'Vermont',
  VA: 'Virginia',
  WA: 'Washington',
  WV: 'West Virginia',
  WI: 'Wisconsin',
  WY: 'Wyoming',
};

/** Names by which a Blue Cross plan goes where it is not called by its state. */
const blues = {
  FL: 'Florida Blue',
  CA: 'Blue Shield of California',
  NJ: 'Horizon Blue Cross Blue Shield of New Jersey',
  PA: 'Highmark Blue Cross Blue Shield',
  WA: 'Premera Blue Cross',
  MD: 'CareFirst BlueCross BlueShield',
  NY: 'Excellus BlueCross BlueShield',
  MN: 'Blue Cross and Blue Shield of Minnesota',
  OR: 'Regence BlueCross BlueShield of Oregon',
};

const national = [
  ['Aetna', ['Aetna Health Inc.', 'Aetna Life Insurance Company', 'CVS Health Aetna']],
  ['Cigna Healthcare', ['Cigna', 'Connecticut General Life', 'Evernorth']],
  [
    'UnitedHealthcare',
    ['UHC', 'United Health Care', 'United Healthcare Insurance Company', 'Optum'],
  ],
  ['Humana', ['Humana Health Plan', 'Humana Insurance Company']],
  ['Kaiser Permanente', ['Kaiser', 'Kaiser Foundation Health Plan', 'KP']],
  ['Anthem Blue Cross', ['Anthem', 'Anthem BCBS', 'Elevance Health', 'WellPoint']],
  ['Medicare', ['Original Medicare', 'Medicare Part B', 'CMS']],
  ['TRICARE', ['Tricare East', 'Tricare West', 'Humana Military', 'CHAMPUS']],
  ['Oscar Health', ['Oscar', 'Oscar Insurance']],
  ['Magellan Healthcare', ['Magellan', 'Magellan Behavioral Health']],
  ['Beacon Health Options', ['Carelon Behavioral Health', 'ValueOptions']],
  ['Molina Healthcare', ['Molina']],
  ['Ambetter', ['Ambetter Health', 'Centene', 'Ambetter from Sunshine Health']],
  ['WellCare', ['Well Care', 'WellCare Health Plans']],
  ['Bright Health', ['Bright HealthCare', 'NeueHealth']],
  ['GEHA', ['Government Employees Health Association']],
  ['Meritain Health', ['Meritain']],
  ['UMR', ['United Medical Resources']],
  ['Élevé Seguros', ['Eleve']],
];

const firsts =
  'Alder,Amber,Aspen,Beacon,Birch,Bridge,Bright,Cascade,Cedar,Clear,Coastal,Compass,Crescent,Delta,Eastern,Evergreen,Fairview,First,Frontier,Garden,Golden,Granite,Great,Harbor,Heritage,Highland,Hudson,Inland,Juniper,Keystone,Lake,Laurel,Liberty,Lone,Magnolia,Maple,Meridian,Midland,Mountain,Northern,Oak,Ocean,Orchard,Pacific,Palmetto,Pine,Pioneer,Prairie,Redwood,Ridge,River,Sage,Sierra,Silver,Southern,Spruce,Sterling,Summit,Sun,Tidewater,Trillium,Union,Unity,Valley,Vista,Western,Willow,Wind'.split(
    ',',
  );
const seconds =
  'Bay,Cross,Crest,Field,Gate,Grove,Haven,Hill,Light,Point,Ridge,Shore,Star,Stone,Trail,View,Ville,Water,Way,Wood,Mark,Land,Path,Line'.split(
    ',',
  );
const kinds =
  'Health Plan,Mutual,Assurance,Benefit Fund,Life and Health,Health Partners,Community Plan,Employee Trust,Administrators,Medicare Advantage,Behavioral Health,Dental,Casualty,Health Network,Physicians Plan,Teachers Trust'.split(
    ',',
  );

/** @returns {import('../../src/contract/coverage.ts').Payer[]} */
export function manyPayers(count = 20_000, seed = 7) {
  const random = seeded(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const payers = [];
  const add = (name, aliases, states) =>
    payers.push({
      id: `${10_000 + payers.length}`,
      name,
      ...(aliases.length > 0 && { aliases }),
      ...(states.length > 0 && { states }),
      network: pick(['in', 'out', 'ask']),
    });

  for (const [name, aliases] of national) add(name, aliases, []);
  for (const [code, state] of Object.entries(stateNames)) {
    const plan = `Blue Cross and Blue Shield of ${state}`;
    const own = blues[code] ?? plan;
    add(
      own,
      [...new Set([plan, `BCBS of ${state}`, `BCBS ${code}`, `BCBS${code}`])].filter(
        (alias) => alias !== own,
      ),
      [code],
    );
    add(`${state} Medicaid`, [`Medicaid of ${state}`, `${code} Medicaid`], [code]);
    for (const [name] of national.slice(0, 6))
      add(
        `${name} ${pick(['Better Health', 'Community Plan', 'Medicare', 'PPO', 'HMO'])} of ${state}`,
        [],
        [code],
      );
  }
  const codes = Object.keys(stateNames);
  const names = new Set(payers.map(({ name }) => name));
  while (payers.length < count) {
    const code = pick(codes);
    const stem = `${pick(firsts)} ${pick(seconds)}`;
    const kind = pick(kinds);
    const name = `${stem} ${kind}${random() < 0.4 ? ` of ${stateNames[code]}` : ''}`;
    const told = names.has(name) ? `${name} ${Math.floor(random() * 900 + 100)}` : name;
    if (names.has(told)) continue;
    names.add(told);
    const letters = name
      .split(' ')
      .map(([letter]) => letter)
      .join('')
      .toUpperCase();
    const aliases = [
      ...(random() < 0.6 ? [letters] : []),
      ...(random() < 0.5 ? [`${stem.replace(' ', '')} ${kind}`] : []),
      ...(random() < 0.3 ? [`${pick(firsts)} ${pick(seconds)} ${kind}`] : []),
    ];
    add(
      told,
      aliases,
      random() < 0.8 ? [...new Set([code, ...(random() < 0.3 ? [pick(codes)] : [])])] : [],
    );
  }
  return payers;
}

/** What people write, and whom they mean. */
export const queries = [
  ['bcbs fl', 'Florida Blue'],
  ['blue cross florida', 'Florida Blue'],
  ['florida blue', 'Florida Blue'],
  ['bcbsfl', 'Florida Blue'],
  ['Blue Cross & Blue Shield of Florida', 'Florida Blue'],
  ['bluecross florida', 'Florida Blue'],
  ['FLORIDA BLEU', 'Florida Blue'],
  ['blue cros florda', 'Florida Blue'],
  ['blue shield california', 'Blue Shield of California'],
  ['bcbs ca', 'Blue Shield of California'],
  ['bcbs texas', 'Blue Cross and Blue Shield of Texas'],
  ['bcbs tx', 'Blue Cross and Blue Shield of Texas'],
  ['blue cross tx', 'Blue Cross and Blue Shield of Texas'],
  ['bcbs new york', 'Excellus BlueCross BlueShield'],
  ['bcbs ny', 'Excellus BlueCross BlueShield'],
  ['horizon', 'Horizon Blue Cross Blue Shield of New Jersey'],
  ['united', 'UnitedHealthcare'],
  ['uhc', 'UnitedHealthcare'],
  ['united health care', 'UnitedHealthcare'],
  ['untied healthcare', 'UnitedHealthcare'],
  ['unitedhealth', 'UnitedHealthcare'],
  ['optum', 'UnitedHealthcare'],
  ['aetna', 'Aetna'],
  ['atena', 'Aetna'],
  ['aetan', 'Aetna'],
  ['aetna open choice', 'Aetna'],
  ['cigna', 'Cigna Healthcare'],
  ['cygna', 'Cigna Healthcare'],
  ['humanna', 'Humana'],
  ['kaizer permanete', 'Kaiser Permanente'],
  ['kp', 'Kaiser Permanente'],
  ['anthem', 'Anthem Blue Cross'],
  ['wellpoint', 'Anthem Blue Cross'],
  ['champus', 'TRICARE'],
  ['tri care', 'TRICARE'],
  ['well care', 'WellCare'],
  ['value options', 'Beacon Health Options'],
  ['ohio medicaid', 'Ohio Medicaid'],
  ['medicaid oh', 'Ohio Medicaid'],
  ['eleve', 'Élevé Seguros'],
  ['ÉLEVÉ', 'Élevé Seguros'],
  ['government employees', 'GEHA'],
  ['medicare', 'Medicare'],
  ['part b', 'Medicare'],
];
