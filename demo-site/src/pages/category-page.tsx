import { useState } from 'preact/hooks'
import { findCategory, inCategory, parts, searchParts } from '../catalogue.ts'
import { mount, nameThePage, query } from '../mount.tsx'
import { ProductGrid } from '../product-card.tsx'

const category = findCategory(query('c'))

const counted = (count: number) => (count === 1 ? '1 part' : `${count} parts`)

const SearchPage = () => {
  const [words, setWords] = useState(query('q') ?? '')
  const found = words.trim() ? searchParts(words) : parts
  return (
    <>
      <h1>All parts</h1>
      <search>
        <form class="search" onSubmit={(event) => event.preventDefault()}>
          <label for="search">Search by name, kind or what it fits</label>
          <input
            id="search"
            type="search"
            value={words}
            autocomplete="off"
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </form>
      </search>
      <p class="quiet search-found" role="status">
        {found.length ? counted(found.length) : `Nothing called “${words.trim()}”. Fewer words may help.`}
      </p>
      <ProductGrid parts={found} />
    </>
  )
}

const CategoryPage = () => {
  if (!category) return <SearchPage />
  const found = inCategory(category.slug)
  return (
    <>
      <h1>{category.name}</h1>
      <p class="quiet page-line">
        {category.line} {counted(found.length)}.
      </p>
      <ProductGrid parts={found} />
      <p class="ask-strip">
        Not sure what fits?{' '}
        <a href="help.html" data-deskbell-open="chat">
          Send a photo of the old part
        </a>
      </p>
    </>
  )
}

nameThePage(category?.name ?? 'All parts')
mount(CategoryPage)
