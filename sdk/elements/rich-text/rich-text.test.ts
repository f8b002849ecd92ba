// What the tree becomes, and what it must never become.

import { expect, fixture } from '@open-wc/testing'
import { html, LitElement } from 'lit'
import { en } from '../../locales/en.ts'
import { createTranslator } from '../../locales/translator.ts'
import type { Citation } from '../../protocol/citation.ts'
import type { Block } from '../../protocol/rich-text-tree.ts'
import { tokens } from '../theme/tokens.ts'
import { richTextStyles } from './rich-text.styles.ts'
import { type RichTextOptions, richText } from './rich-text.ts'

class RichHost extends LitElement {
  static override properties = { nodes: { attribute: false }, options: { attribute: false } }
  static override styles = [tokens, richTextStyles]
  declare nodes: Block[]
  declare options: Partial<RichTextOptions>
  protected override render() {
    return richText(this.nodes, { translator: createTranslator(en, 'en'), ...this.options })
  }
}
customElements.define('rich-host', RichHost)

const draw = async (nodes: Block[], options: Partial<RichTextOptions> = {}): Promise<ShadowRoot> => {
  const host = await fixture<RichHost>(html`<rich-host .nodes=${nodes} .options=${options}></rich-host>`)
  return host.shadowRoot!
}
const citation: Citation = { slug: 'returns', title: 'Returning parts', passage: 'p2', quote: 'Yes.' }

describe('richText', () => {
  it('writes markup in a string as text', async () => {
    const root = await draw([{ type: 'paragraph', children: ['<img src=x onerror=alert(1)>'] }])
    expect(root.querySelector('img')).to.equal(null)
    expect(root.textContent).to.contain('<img src=x')
  })

  it('opens links in a new tab without a referrer, and drops every scheme but http, https and mailto', async () => {
    const link = (url: string): Block => ({
      type: 'paragraph',
      children: [{ type: 'link', url, children: [url] }],
    })
    const root = await draw(
      [
        'https://a.example/',
        'mailto:a@b.example',
        'javascript:alert(1)',
        ' javascript:x',
        'data:text/html,x',
      ].map(link),
    )
    const links = [...root.querySelectorAll('a')]
    expect(links.map((a) => a.getAttribute('href'))).to.deep.equal([
      'https://a.example/',
      'mailto:a@b.example',
    ])
    expect(links[0]!.rel).to.equal('noopener noreferrer nofollow')
    expect(links[0]!.target).to.equal('_blank')
    expect(root.textContent).to.contain('javascript:alert(1)')
  })

  it('binds a citation to the word before it and says which source it opens', async () => {
    let opened: Citation | null = null
    const root = await draw(
      [{ type: 'paragraph', children: ['Yes, within 60 days. ', { type: 'citation', index: 1 }, ' More.'] }],
      {
        citations: [citation],
        onCitation: (it) => {
          opened = it
        },
      },
    )
    const chip = root.querySelector<HTMLButtonElement>('button.chip')!
    expect(chip.parentElement!.textContent).to.equal('days.1')
    expect(getComputedStyle(chip.parentElement!).whiteSpace).to.equal('nowrap')
    expect(chip.getAttribute('aria-label')).to.equal('Source 1: Returning parts')
    chip.click()
    expect(opened).to.equal(citation)
  })

  it('leaves out a citation that has no source', async () => {
    const root = await draw([{ type: 'paragraph', children: ['Yes', { type: 'citation', index: 7 }] }], {
      citations: [citation],
    })
    expect(root.querySelector('.chip')).to.equal(null)
  })

  it('ignores nodes it does not know, as an old widget under a new server must', async () => {
    const root = await draw([
      { type: 'hologram' } as unknown as Block,
      { type: 'paragraph', children: ['kept', { type: 'blink' } as never] },
    ])
    expect(root.textContent!.trim()).to.equal('kept')
  })

  it('draws every kind of node accessibly, the cited block marked', async () => {
    const root = await draw(
      [
        { type: 'heading', depth: 2, children: ['What we take back'] },
        {
          type: 'paragraph',
          id: 'p1',
          children: [{ type: 'strong', children: ['Bold'] }, { type: 'break' }, 'x'],
        },
        { type: 'table', head: [['Part'], ['Ridden']], rows: [[['Pads'], ['Up to 50 km']]] },
        { type: 'code', value: 'GET /' },
        { type: 'list', ordered: true, start: 3, items: [[{ type: 'paragraph', children: ['three'] }]] },
        { type: 'list', ordered: false, items: [[{ type: 'paragraph', children: ['dot'] }]] },
        { type: 'blockquote', children: [{ type: 'paragraph', children: ['said'] }] },
        { type: 'thematicBreak' },
        { type: 'paragraph', children: [{ type: 'articleLink', slug: 'a', children: ['There'] }] },
      ],
      { highlight: 'p1', onArticle: () => {} },
    )
    expect(root.querySelector('.cited')!.id).to.equal('p1')
    expect(root.querySelector('ol')!.start).to.equal(3)
    await expect(root.host as HTMLElement).to.be.accessible()
  })
})
