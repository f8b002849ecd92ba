// How the widget's bundle brings a chunk: fetched first, with what it imports, then run from the browser's cache. A
// browser remembers for as long as the page is open that a module did not come; what fetch() did not get it asks for
// again. lean-bundle.ts puts this around every import() of ours.

/** Address → its fetching. What failed is not kept. */
const fetching = new Map<string, Promise<unknown>>([[import.meta.url, Promise.resolve()]])

async function read(url: string): Promise<void> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
  const imports = (await answer.text()).matchAll(/from"(\.\/[^"]+)"/g)
  await Promise.all([...imports].map(([, file]) => fetched(file!)))
}

/** All chunks lie in one folder. */
function fetched(file: string): Promise<unknown> {
  const url = new URL(file, import.meta.url).href
  let asked = fetching.get(url)
  if (!asked) {
    asked = read(url)
    fetching.set(url, asked)
    asked.catch(() => fetching.delete(url))
  }
  return asked
}

/** What parts that come later than a view need beside their code: their texts. Set by the panel. */
export const besides = { come: async (): Promise<void> => {} }

/** Those of our names. */
const LATER = /define|there/

/** @param file left out: as it stands in the `import()` of `load` */
export async function bring<T>(
  load: () => Promise<T>,
  file = /\.\/[\w.-]+/.exec(String(load))![0],
): Promise<T> {
  await Promise.all([fetched(file), LATER.test(file) && besides.come()])
  return load()
}
