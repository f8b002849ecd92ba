import { partLink } from './catalogue.ts'
import { money } from './money.ts'
import type { Part } from './part.ts'
import { ProductArt } from './product-art/product-art.tsx'

export const ProductCard = ({ part }: { part: Part }) => (
  <a class="card" href={partLink(part.slug)}>
    <span class="tile">
      <ProductArt name={part.art} />
    </span>
    <span class="card-name">{part.name}</span>
    <span class="card-price tabular">{money(part.price)}</span>
    <span class="card-line">{part.line}</span>
  </a>
)

export const ProductGrid = ({ parts }: { parts: Part[] }) => (
  <ul class="grid">
    {parts.map((part) => (
      <li key={part.slug}>
        <ProductCard part={part} />
      </li>
    ))}
  </ul>
)
