// The knowledge page: nothing typed is lost, everything done can be undone, and what the server refuses is said where it is.

import { ContextProvider } from '@lit/context'
import { expect, fixture } from '@open-wc/testing'
import { html, LitElement } from 'lit'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import { theme as themes } from '../../elements/theme/theme.ts'
import { tokens } from '../../elements/theme/tokens.ts'
import type { AdminArticle } from '../../protocol/article-admin.ts'
import { createDesk } from '../console-desk.ts'
import { createFakeAgentClient } from '../demo/fake-agent-client.ts'
import { fakeMe } from '../demo/fake-desk.ts'
import { createFakeKnowledgeApi, sampleArticle } from '../demo/fake-knowledge-api.ts'
import { find, findAll, textOf } from '../demo/stand-up.ts'
import { deskContext } from '../desk.context.ts'
import { deskTokens } from '../desk.tokens.ts'
import './knowledge-page.define.ts'
import type { KnowledgePage } from './knowledge-page.ts'

type Api = ReturnType<typeof createFakeKnowledgeApi>

/** Stands for the console around the page: its colours and its desk. */
class DeskAround extends LitElement {
  static override styles = [tokens, themes, deskTokens]
  provider = new ContextProvider(this, { context: deskContext })
  protected override render = () => html`<slot></slot>`
}
customElements.define('test-desk-around', DeskAround)

/** The page inside a desk, without the rest of the console. */
async function open(
  path: string,
  api: Api = createFakeKnowledgeApi(),
  { width = 1280, theme = 'light', locale = 'en' } = {},
) {
  const parent = new DeskAround()
  parent.setAttribute('theme', theme)
  parent.style.setProperty('inline-size', `${width}px`)
  parent.style.setProperty('block-size', '900px')
  document.body.append(parent)
  const me = { ...fakeMe, agent: { ...fakeMe.agent, role: api.role } }
  const went: string[] = []
  const go = (to: string): void => {
    if (page.keeps(to, () => go(to))) return
    went.push(to)
    page.path = to.replace(/^\/articles\/?/, '')
  }
  const client = createFakeAgentClient({ me })
  const desk = createDesk({ client, locale, now: Date.now, attentive: () => true, go })
  parent.provider.setValue(desk)
  const page: KnowledgePage = await fixture<KnowledgePage>(
    html`<deskbell-knowledge .api=${api} .path=${path}></deskbell-knowledge>`,
    { parentNode: parent },
  )
  page.style.setProperty('block-size', '900px')
  const see = async <T extends Element = HTMLElement>(selector: string): Promise<T> => {
    await waitUntil(() => find(page, selector), `${selector} is there`)
    return find<T>(page, selector)!
  }
  const button = async (text: string): Promise<HTMLButtonElement> => {
    const wanted = () =>
      findAll<HTMLButtonElement>(page, 'button').find(
        (each) => textOf(each) === text || each.ariaLabel === text,
      )
    await waitUntil(wanted, `button ${text}`)
    return wanted()!
  }
  const type = async (selector: string, value: string): Promise<void> => {
    const field = await see<HTMLInputElement>(selector)
    field.value = value
    field.dispatchEvent(new Event('input'))
    await page.updateComplete
  }
  const said = () => desk.undo.line.get()?.what ?? ''
  return { page, api, desk, go, went, see, button, type, said }
}

const ARTICLE = sampleArticle(1)
const EDITOR = ARTICLE.id

for (const theme of ['light', 'dark'])
  for (const width of [1280, 390])
    for (const [path, ready] of [
      ['', '.item'],
      [EDITOR, '#title'],
      ['topics', '.item'],
      ['import', 'progress'],
      ['questions', '.item'],
      ['synonyms', '#lines'],
      ['missing', '.item'],
    ] as const)
      it(`passes axe: ${path === EDITOR ? 'editor' : path || 'list'}, ${theme}, ${width} px`, async () => {
        const { page, see } = await open(path, undefined, { theme, width })
        await see(ready)
        await expect(page).to.be.accessible()
      })

describe('the list', () => {
  it('narrows by words after a pause and by state at once, and says when nothing is like that', async () => {
    const { page, api, see, type } = await open('')
    await see('.item')
    await type('.search', 'Article 2')
    await waitUntil(() => findAll(page, 'deskbell-article-list .item, .item').length === 1)
    expect(api.of('articles').at(-1)).to.deep.equal([{ q: 'Article 2' }])
    const archived = findAll<HTMLInputElement>(page, 'input[name=shown]').find(
      ({ value }) => value === 'archived',
    )!
    archived.click()
    await waitUntil(() => textOf(find(page, '.empty h2')).startsWith('None of your articles'))
    expect(api.of('articles').at(-1)).to.deep.equal([{ q: 'Article 2', state: 'archived' }])
    await expect(page).to.be.accessible()
  })

  it('counts in the reader’s own digits', async () => {
    const { page } = await open('', undefined, { locale: 'ar' })
    await waitUntil(() => findAll(page, '.segments label').some((each) => textOf(each) === 'Archived ٠'))
    expect(findAll(page, '.segments label').map(textOf).join()).not.to.match(/\d/)
  })

  it('begins with the first article where there is none', async () => {
    const { page, see } = await open('', createFakeKnowledgeApi({ articles: [] }))
    await see('.empty')
    expect(textOf(find(page, '.empty h2'))).to.equal('Write the first article')
  })
})

describe('the editor', () => {
  it('shows what customers would see, from the server’s own tree', async () => {
    const { api, see, type } = await open(EDITOR)
    await type('#body', 'Other *words*')
    await waitUntil(async () => textOf(await see('.rich')) === 'Other *words*')
    expect(api.of('preview').at(-1)).to.deep.equal(['Other *words*'])
  })

  it('saves only what differs, with the revision it was read at', async () => {
    const { api, type, button } = await open(EDITOR)
    await type('#title', 'Better title')
    ;(await button('Save draft Ctrl S')).click()
    await waitUntil(() => api.of('change').length === 1)
    expect(api.of('change')).to.deep.equal([[ARTICLE.id, { title: 'Better title', revision: 5 }]])
  })

  it('keeps what is typed while somebody looks elsewhere, says so in the list, and who has changed it meanwhile', async () => {
    const { api, page, go, see, type } = await open(EDITOR)
    await type('#title', 'Half a thought')
    go('/articles')
    await waitUntil(() => textOf(find(page, '.badge.warn')) === 'Not saved')
    const left = new Event('beforeunload', { cancelable: true })
    expect(dispatchEvent(left)).to.equal(false)
    await api.change(ARTICLE.id, { summary: 'Theirs', revision: 5 })
    go(`/articles/${EDITOR}`)
    await waitUntil(async () => (await see<HTMLInputElement>('#title')).value === 'Half a thought')
    expect(textOf(await see('.strip p'))).to.contain('has changed this article')
  })

  it('keeps what is typed while it is saved and while it is published', async () => {
    const api = createFakeKnowledgeApi()
    const { change, move } = api
    const { type, button, see, said, desk } = await open(EDITOR, api)
    const now = async (field: string): Promise<string> => (await see<HTMLInputElement>(field)).value
    api.change = async (...asked) => {
      await type('#body', 'Typed while it is saved')
      return change(...asked)
    }
    await type('#title', 'Better title')
    ;(await button('Save draft Ctrl S')).click()
    await waitUntil(() => api.of('change').length === 1)
    expect(await now('#body')).to.equal('Typed while it is saved')
    expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).to.equal(false)
    api.change = change
    api.move = async (...asked) => {
      await type('#summary', 'Typed while it is published')
      return move(...asked)
    }
    ;(await button('Publish')).click()
    await waitUntil(() => said() === 'Published. Customers find it now.')
    expect(api.of('change')[1]).to.deep.equal([ARTICLE.id, { body: 'Typed while it is saved', revision: 6 }])
    await desk.undo.undo()
    expect(await now('#summary')).to.equal('Typed while it is published')
    await button('Save draft Ctrl S')
  })

  it('shows the article that was gone to last, whichever comes first', async () => {
    const api = createFakeKnowledgeApi()
    const { go, see } = await open(EDITOR, api)
    await see('#title')
    const { article } = api
    const { promise, resolve } = Promise.withResolvers<void>()
    const late = sampleArticle(2)
    const asked: string[] = []
    api.article = async (id) => {
      asked.push(id)
      if (id === late.id) await promise
      return article(id)
    }
    go(`/articles/${late.id}`)
    await waitUntil(() => asked.includes(late.id))
    go(`/articles/${sampleArticle(3).id}`)
    await waitUntil(async () => (await see<HTMLInputElement>('#title')).value === 'Article 3')
    resolve()
    await new Promise((done) => setTimeout(done))
    expect((await see<HTMLInputElement>('#title')).value).to.equal('Article 3')
  })

  /** Somebody else has changed some of what was read at revision 5. */
  const overtake = (api: Api, change: Partial<AdminArticle>): void =>
    api.refuse({
      code: 'article-changed',
      name: 'change',
      context: {
        current: sampleArticle(1, { revision: 9, author: { id: ARTICLE.id, name: 'Ana' }, ...change }),
      },
    })

  it('puts two people’s changes together where each has changed something else', async () => {
    const { api, type, button, see } = await open(EDITOR)
    await type('#title', 'Mine')
    overtake(api, { summary: 'Theirs' })
    ;(await button('Save draft Ctrl S')).click()
    expect(textOf(await see('.strip p'))).to.contain('Ana has changed this article')
    expect((await see<HTMLInputElement>('#title')).value).to.equal('Mine')
    api.refuse(undefined)
    ;(await button('Put mine on top')).click()
    await waitUntil(() => api.of('change').length === 2)
    expect(api.of('change')[1]).to.deep.equal([ARTICLE.id, { title: 'Mine', revision: 9 }])
  })

  it('asks field by field about what both have changed, showing both, and loses neither unseen', async () => {
    const { api, page, type, button, see } = await open(EDITOR)
    await type('#title', 'Our brakes squeal')
    const long = 'Words that nobody has changed. '.repeat(200)
    await type('#summary', `${long}Mine`)
    overtake(api, { title: 'New brakes squeal', summary: `${long}Theirs`, body: 'They wrote it anew' })
    ;(await button('Save draft Ctrl S')).click()
    await see('fieldset')
    const fields = findAll<HTMLFieldSetElement>(page, 'fieldset')
    expect(fields.map((each) => textOf(each.querySelector('legend')))).to.deep.equal(['Title', 'Summary'])
    expect([...fields[0]!.querySelectorAll('mark')].map(textOf)).to.deep.equal(['New', 'Our'])
    expect(textOf(fields[1]!.querySelector('mark'))).to.equal('Theirs')
    // What differs is in sight, however long the text.
    expect(fields[1]!.querySelector('.text')!.scrollTop).to.be.greaterThan(0)
    await expect(page).to.be.accessible()
    const save = await button('Save')
    fields[0]!.querySelector<HTMLInputElement>('[value=theirs]')!.click()
    await waitUntil(() => findAll<HTMLInputElement>(page, ':checked[value=theirs]').length === 1)
    expect(save.disabled).to.equal(true)
    fields[1]!.querySelector<HTMLInputElement>('[value=mine]')!.click()
    await waitUntil(() => !save.disabled)
    api.refuse(undefined)
    save.click()
    await waitUntil(() => api.of('change').length === 2)
    expect(api.of('change')[1]).to.deep.equal([ARTICLE.id, { summary: `${long}Mine`, revision: 9 }])
  })

  it('publishes, and takes it back', async () => {
    const { api, type, button, said, desk } = await open(EDITOR)
    await type('#body', 'New text')
    ;(await button('Publish')).click()
    await waitUntil(() => said() === 'Published. Customers find it now.')
    expect(api.of('move')[0]).to.deep.equal([ARTICLE.id, 'publish', { revision: 6 }])
    await desk.undo.undo()
    expect(api.of('move')[1]).to.deep.equal([ARTICLE.id, 'publish', { version: 2, revision: 7 }])
  })

  it('says at the field what is wrong with it', async () => {
    const { api, type, button, see } = await open(EDITOR)
    ;(await see('#tab-settings')).click()
    await type('#slug', 'Not A Slug')
    api.refuse({
      code: 'invalid-request',
      name: 'change',
      errors: [{ pointer: '/slug', detail: 'must be lower-case' }],
    })
    ;(await button('Save Ctrl S')).click()
    await waitUntil(async () => textOf(await see('.fault')) === 'must be lower-case')
    expect((await see<HTMLInputElement>('#slug')).ariaInvalid).to.equal('true')
  })

  it('loses nothing when the server is away', async () => {
    const { api, type, button, said, see } = await open(EDITOR)
    await type('#title', 'Kept')
    api.refuse({ code: 'network', name: 'change' })
    ;(await button('Save draft Ctrl S')).click()
    await waitUntil(() => said().startsWith('The server did not answer'))
    expect((await see<HTMLInputElement>('#title')).value).to.equal('Kept')
  })

  it('writes a new article and goes on with it under its own address', async () => {
    const { api, type, button, went } = await open('new')
    await type('#title', 'Brand new')
    await type('#body', 'Text')
    ;(await button('Save Ctrl S')).click()
    await waitUntil(() => api.of('create').length === 1)
    expect(api.of('create')[0]![0]).to.deep.include({ title: 'Brand new', body: 'Text', locale: 'en' })
    await waitUntil(() => /^\/articles\/[\w-]{36}$/.test(went[0] ?? ''))
  })

  it('begins a translation with the text to translate', async () => {
    const { page, see, button, type, api } = await open(EDITOR)
    ;(await see('#tab-settings')).click()
    const add = await see<HTMLSelectElement>('select[aria-label="Add a language"]')
    add.value = 'de'
    add.dispatchEvent(new Event('change'))
    await waitUntil(() => page.path === 'new')
    await waitUntil(() => textOf(find(page, '.head h1')) === 'New translation')
    await type('#title', 'Artikel 1')
    ;(await button('Save Ctrl S')).click()
    await waitUntil(() => api.of('create').length === 1)
    expect(api.of('create')[0]![0]).to.deep.include({
      locale: 'de',
      translation_of: ARTICLE.id,
      title: 'Artikel 1',
    })
  })

  it('shows word by word what a version changed, and brings one back', async () => {
    const { page, see, button, api, said } = await open(EDITOR)
    ;(await see('#tab-versions')).click()
    ;(await button('What changed')).click()
    await see('.diff ins')
    expect(findAll(page, '.diff ins, .diff del').map(textOf)).to.deep.equal(['away', 'back', 'New one?'])
    expect(api.of('diff')).to.deep.equal([[ARTICLE.id, 1, 2]])
    ;(await button('Restore')).click()
    await waitUntil(() => said().startsWith('Version 1 is the latest again'))
    expect(api.of('restore')).to.deep.equal([[ARTICLE.id, 1, 5]])
  })

  it('lets an agent draft, and leaves publishing to those who may', async () => {
    const { page, see, type } = await open(EDITOR, createFakeKnowledgeApi({ role: 'agent' }))
    await see('#title')
    await type('#title', 'Draft')
    const names = findAll(page, 'button').map(textOf)
    expect(names).to.include('Save draft Ctrl S')
    expect(names).not.to.include.members(['Publish'])
    expect(findAll(page, '.rail li').length).to.equal(1)
    ;(await see('#tab-settings')).click()
    // Of a published article customers see these at once; other ways to ask are text, which waits to be published.
    expect((await see<HTMLInputElement>('#slug')).matches(':disabled')).to.equal(true)
    expect((await see<HTMLSelectElement>('#topic')).matches(':disabled')).to.equal(true)
    expect((await see<HTMLTextAreaElement>('#questions')).matches(':disabled')).to.equal(false)
  })
})

describe('topics', () => {
  it('move by buttons that say so, and back', async () => {
    const { api, button, said, desk } = await open('topics')
    ;(await button('Move Payments up')).click()
    await waitUntil(() => said() === '“Payments” moved up.')
    const [order] = api.of('orderCategories')[0] as [{ parent_id: null; ids: string[] }]
    await desk.undo.undo()
    await waitUntil(() => api.of('orderCategories').length === 2)
    expect((api.of('orderCategories')[1] as [typeof order])[0].ids).to.deep.equal(order.ids.toReversed())
  })

  it('take names in other languages, a line each', async () => {
    const { api, button, type, see } = await open('topics')
    ;(await button('Edit Returns')).click()
    expect((await see<HTMLTextAreaElement>('#translations')).value).to.equal('de: Rückgabe')
    await type('#translations', 'de: Rückgaben\nfr: Retours\nnonsense')
    ;(await see<HTMLFormElement>('form')).requestSubmit()
    await waitUntil(() => api.of('changeCategory').length === 1)
    expect((api.of('changeCategory')[0]![1] as { translations: object }).translations).to.deep.equal({
      de: { name: 'Rückgaben' },
      fr: { name: 'Retours' },
    })
  })
})

describe('questions to review', () => {
  it('say why they are there, and are decided by keys, with a way back', async () => {
    const { page, api, see, said, desk } = await open('questions')
    const first = await see('.item')
    expect(textOf(first)).to.contain('A customer said the AI’s answer from this article helped')
    first.focus()
    first.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, composed: true }))
    await waitUntil(() => findAll(page, '.item')[1]!.matches(':focus'))
    findAll(page, '.item')[1]!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'a', bubbles: true, composed: true }),
    )
    await waitUntil(() => said() === '1 question accepted.')
    const [decided] = api.of('decide')[0] as [{ decisions: { ids: string[]; state: string }[] }]
    expect(decided.decisions[0]!.state).to.equal('accepted')
    expect(findAll(page, '.item').length).to.equal(2)
    await desk.undo.undo()
    await waitUntil(() => findAll(page, '.item').length === 3)
  })

  it('are decided all at once', async () => {
    const { api, button, said } = await open('questions')
    ;(await button('Reject all 3')).click()
    await waitUntil(() => said() === '3 questions rejected.')
    expect(
      (api.of('decide')[0] as [{ decisions: { ids: string[] }[] }])[0].decisions[0]!.ids.length,
    ).to.equal(3)
  })
})

describe('missing answers', () => {
  it('become an article that answers to the words customers used', async () => {
    const { page, button, see } = await open('missing')
    ;(await button('Write the article: tandem rental')).click()
    await waitUntil(() => page.path === 'new')
    ;(await see('#tab-settings')).click()
    await waitUntil(async () => (await see<HTMLTextAreaElement>('#questions')).value === 'tandem rental')
  })

  it('are set aside, and taken up again', async () => {
    const { page, button, said, desk } = await open('missing')
    ;(await button('Set aside: tandem rental')).click()
    await waitUntil(() => said() === '“tandem rental” is set aside.')
    await desk.undo.undo()
    await waitUntil(() => findAll(page, '.item').length === 1)
  })
})

describe('imports', () => {
  it('show how far they are, and first what failed and why', async () => {
    const { page, see, button } = await open('import')
    expect((await see<HTMLProgressElement>('progress')).value).to.equal(3)
    const report = findAll<HTMLButtonElement>(page, 'button').find((each) => textOf(each) === 'Report')!
    report.click()
    await see('.report li')
    expect(textOf(find(page, '.report li'))).to.contain('The page answered 500.')
    ;(await button('Stop')).click()
  })

  it('begin a website by its address, and ask for one that is missing', async () => {
    const { page, api, see, type } = await open('import')
    await see('input[name=kind]')
    findAll<HTMLInputElement>(page, 'input[name=kind]')
      .find(({ value }) => value === 'website')!
      .click()
    await see('#address')
    ;(await see<HTMLFormElement>('form')).requestSubmit()
    await waitUntil(() => textOf(find(page, '.form > .fault')) === 'Give an address first.')
    await type('#address', 'https://help.example.com')
    ;(await see<HTMLFormElement>('form')).requestSubmit()
    await waitUntil(() => api.of('beginImport').length === 1)
    expect(api.of('beginImport')[0]).to.deep.equal([
      { kind: 'website', url: 'https://help.example.com', publish: false },
    ])
  })
})

it('synonyms are saved a line a group, with a way back', async () => {
  const { api, see, type, said, desk } = await open('synonyms')
  await waitUntil(async () => (await see<HTMLTextAreaElement>('#lines')).value === 'rotor, disc')
  await type('#lines', 'rotor, disc\n\n gone > lost ')
  ;(await see<HTMLFormElement>('form')).requestSubmit()
  await waitUntil(() => said() === 'Search knows these words now.')
  expect(api.of('setSynonyms')[0]).to.deep.equal(['en', ['rotor, disc', 'gone > lost']])
  await desk.undo.undo()
  await waitUntil(() => api.of('setSynonyms').length === 2)
  expect(api.of('setSynonyms')[1]).to.deep.equal(['en', ['rotor, disc']])
})

describe('going away', () => {
  it('asks first where something is not saved, whoever stays goes on writing, whoever leaves goes there', async () => {
    const { page, go, went, see, type, button } = await open(EDITOR)
    await type('#title', 'Half a thought')
    go('/mine')
    await see('.ask')
    await expect(page).to.be.accessible()
    ;(await button('Keep writing')).click()
    await page.updateComplete
    expect((await see<HTMLInputElement>('#title')).value).to.equal('Half a thought')
    expect(went).to.deep.equal([])
    go('/mine')
    ;(await button('Leave without saving')).click()
    expect(went).to.deep.equal(['/mine'])
  })

  it('follows links inside the console, and leaves those to the browser that are to open elsewhere', async () => {
    const { page, see, went } = await open('')
    const link = await see<HTMLAnchorElement>('.item .title')
    const press = (options: MouseEventInit): boolean =>
      link.dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...options }),
      )
    page.addEventListener('click', (event) => event.preventDefault(), { once: true })
    press({ ctrlKey: true })
    expect(went).to.deep.equal([])
    expect(press({})).to.equal(false)
    expect(went).to.deep.equal([`/articles/${link.dataset.go}`])
  })

  it('keeps the pane in the address', async () => {
    const { page, see, went } = await open(`${EDITOR}/versions`)
    await see('#tab-versions[aria-selected=true]')
    ;(await see('#tab-settings')).click()
    await page.updateComplete
    expect(went).to.deep.equal([`/articles/${EDITOR}/settings`])
  })
})

describe('an article beside the conversation', () => {
  it('is closed at once, and asks first where something is not saved', async () => {
    const { page, desk } = await open('')
    const parent = page.parentElement!
    const beside = document.createElement('deskbell-article-beside')
    Object.assign(beside, { api: createFakeKnowledgeApi(), articleId: ARTICLE.id })
    let closed = 0
    beside.addEventListener('deskbell-close-article', () => {
      closed += 1
    })
    page.remove()
    parent.append(beside)
    await waitUntil(() => find(beside, '#title'))
    await expect(beside).to.be.accessible()
    const press = async (text: string): Promise<void> => {
      findAll(beside, 'button')
        .find((each) => textOf(each) === text)!
        .click()
      await beside.updateComplete
    }
    const title = find<HTMLInputElement>(beside, '#title')!
    title.value = 'Half a thought'
    title.dispatchEvent(new Event('input'))
    await press('Close')
    expect(closed).to.equal(0)
    await press('Keep writing')
    expect(title.value).to.equal('Half a thought')
    // Whoever leaves the console is asked, too, and only leaving leads on.
    let left = 0
    beside.ask(() => {
      left += 1
    })
    await beside.updateComplete
    await press('Keep writing')
    expect(left).to.equal(0)
    await press('Close')
    await press('Leave without saving')
    expect(left).to.equal(0)
    expect(closed).to.equal(1)
    expect(desk.undo.line.get()).to.equal(null)
  })
})

it('the page says what failed, and reads again', async () => {
  const api = createFakeKnowledgeApi()
  api.refuse({ code: 'network' })
  const { page, desk, see, button } = await open('', api)
  expect(textOf(await see('.alone h1'))).to.equal(desk.t('page.failed'))
  await expect(page).to.be.accessible()
  api.refuse(undefined)
  ;(await button('Try again')).click()
  await see('.item')
})
