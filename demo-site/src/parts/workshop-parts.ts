import type { Part } from '../part.ts'

export const workshopParts: Part[] = [
  {
    slug: 'nokkel-wrench',
    name: 'Nøkkel torque wrench',
    category: 'workshop',
    kind: 'Tools',
    price: 96,
    art: 'wrench',
    line: '2 to 20 Nm, six bits',
    about:
      'Measures from 2 to 20 Nm, with a buzz you feel in the hand at the set value. Six bits sit in the handle.',
    weight: '310 g',
    fits: 'Quarter-inch bits',
    goesWith: ['nes-stem', 'seks-bolts', 'rett-fork'],
  },
  {
    slug: 'rett-fork',
    name: 'Rett truing fork',
    category: 'workshop',
    kind: 'Tools',
    price: 14,
    art: 'truing-fork',
    line: 'Bends a rotor back',
    about:
      'Two slots, 1.9 and 2.4 mm, in a handle long enough to feel what you do. Hardened, with smooth edges.',
    weight: '138 g',
    fits: 'Rotors from 1.5 to 2.3 mm',
    goesWith: ['skarv-rotor', 'seks-bolts', 'nokkel-wrench'],
  },
  {
    slug: 'tett-sealant',
    name: 'Tett sealant',
    category: 'workshop',
    kind: 'Tubeless',
    price: 16,
    art: 'bottle',
    line: '250 ml, no ammonia',
    about:
      'Natural latex with fine rubber, no ammonia and no ingredients from animals. Closes holes up to 5 mm.',
    weight: '268 g',
    fits: 'Four tyres of 40 mm',
    goesWith: ['grus-tyre', 'felg-rim', 'spak-levers'],
  },
  {
    slug: 'spak-levers',
    name: 'Spak tyre levers',
    category: 'workshop',
    kind: 'Tools',
    price: 7,
    art: 'levers',
    line: 'A pair, safe on any rim',
    about:
      'Two levers of glass-filled nylon. The tip is thin and round, and the other end holds on to a spoke.',
    weight: '34 g per pair',
    fits: 'All rims',
    goesWith: ['grus-tyre', 'tett-sealant', 'rett-fork'],
  },
]
