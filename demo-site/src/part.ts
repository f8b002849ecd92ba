// What the shop says about one part. Data only; how it is drawn and sold is elsewhere.
import type { ArtName } from './product-art/product-art.tsx'

export type CategorySlug = 'drivetrain' | 'brakes' | 'wheels' | 'cockpit' | 'workshop'

export type Choice = { label: string; options: string[]; preset: string }

export type Part = {
  slug: string
  name: string
  category: CategorySlug
  kind: string
  price: number
  art: ArtName
  line: string
  about: string
  choice?: Choice
  dueWeek?: number
  weight: string
  fits: string
  goesWith: string[]
}
