// Everything the shop sells, and how to find it. Knows no page.
import type { CategorySlug, Part } from './part.ts'
import { brakeParts } from './parts/brake-parts.ts'
import { cockpitParts } from './parts/cockpit-parts.ts'
import { drivetrainParts } from './parts/drivetrain-parts.ts'
import { wheelParts } from './parts/wheel-parts.ts'
import { workshopParts } from './parts/workshop-parts.ts'

export type Category = { slug: CategorySlug; name: string; line: string; face: string }

export const categories: Category[] = [
  { slug: 'drivetrain', name: 'Drivetrain', line: 'From crank to cassette.', face: 'tind-chainring' },
  { slug: 'brakes', name: 'Brakes', line: 'Rotors, pads and what holds them.', face: 'skarv-rotor' },
  { slug: 'wheels', name: 'Wheels', line: 'Laced and trued in Bergen.', face: 'ridge-rear-wheel' },
  { slug: 'cockpit', name: 'Cockpit', line: 'Where your hands and back are.', face: 'nes-stem' },
  { slug: 'workshop', name: 'Workshop', line: 'The tools we use ourselves.', face: 'nokkel-wrench' },
]

export const parts: Part[] = [
  ...brakeParts,
  ...drivetrainParts,
  ...wheelParts,
  ...cockpitParts,
  ...workshopParts,
]

const bySlug = new Map(parts.map((part) => [part.slug, part]))

export const findPart = (slug: string | null) => bySlug.get(slug ?? '')

export const findParts = (slugs: string[]) => slugs.flatMap((slug) => bySlug.get(slug) ?? [])

export const findCategory = (slug: string | null) => categories.find((category) => category.slug === slug)

export const inCategory = (slug: CategorySlug) => parts.filter((part) => part.category === slug)

export const searchParts = (query: string) => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const text = (part: Part) =>
    `${part.name} ${part.kind} ${part.category} ${part.line} ${part.fits}`.toLowerCase()
  return parts.filter((part) => words.every((word) => text(part).includes(word)))
}

export const partLink = (slug: string) => `product.html?p=${slug}`

export const categoryLink = (slug: string) => `category.html?c=${slug}`
