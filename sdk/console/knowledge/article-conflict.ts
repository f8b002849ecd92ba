// <deskbell-article-conflict>: somebody else has saved the same article. What only one of the two has changed is put
// together by itself; what both have is shown side by side, and chosen field by field.

import { diffWordsWithSpace } from 'diff'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { AdminArticle } from '../../protocol/article-admin.ts'
import type { AdminCategory } from '../../protocol/article-category.ts'
import { deskStyles } from '../desk.styles.ts'
import type { ConsoleKey } from '../locales/console-texts.ts'
import { conflictStyles } from './article-conflict.styles.ts'
import { type ArticleFields, fieldsOf, type SavedField } from './article-draft.ts'
import { merge } from './article-merge.ts'
import { knowledgeStyles } from './knowledge.styles.ts'
import type { NamedSite } from './knowledge-api.ts'
import { KnowledgeElement } from './knowledge-element.ts'
import { languageName } from './language-name.ts'

/** How long two texts are compared before they count as altogether different, ms. */
const PATIENCE = 300

const NAMES = {
  title: 'articles.field.title',
  summary: 'articles.field.summary',
  body: 'articles.field.body',
  questions: 'articles.field.questions',
  related: 'articles.field.related',
  slug: 'articles.field.slug',
  locale: 'articles.language',
  category_id: 'articles.topic',
  featured: 'articles.field.featured',
  sites: 'articles.shown_on',
} as const satisfies Record<SavedField, ConsoleKey>

type Side = 'mine' | 'theirs'

/** What is to stand in the article: theirs, with what was chosen of mine. */
export class MergedEvent extends Event {
  readonly fields: ArticleFields

  constructor(fields: ArticleFields) {
    super('deskbell-merged')
    this.fields = fields
  }
}

/**
 * @event deskbell-merged - it is settled what stands in the article.
 * @event deskbell-show-theirs - all they have changed is wanted.
 */
export class ArticleConflict extends KnowledgeElement {
  static override properties = {
    base: { attribute: false },
    mine: { attribute: false },
    theirs: { attribute: false },
    topics: { attribute: false },
    sites: { attribute: false },
    chosen: { state: true },
  }
  static override styles = [deskStyles, knowledgeStyles, conflictStyles]

  /** What both began from. */
  declare base: ArticleFields
  declare mine: ArticleFields
  declare theirs: AdminArticle
  declare topics: readonly AdminCategory[]
  declare sites: readonly NamedSite[]
  protected declare chosen: Partial<Record<SavedField, Side>>

  constructor() {
    super()
    this.topics = []
    this.sites = []
    this.chosen = {}
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What was chosen was chosen over another text.
    if (changed.has('theirs')) this.chosen = {}
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('theirs')) return
    // In a long text, where it begins to differ is what is looked for.
    for (const text of this.renderRoot.querySelectorAll<HTMLElement>('.text'))
      text.scrollTop = (text.querySelector('mark')?.offsetTop ?? 0) - text.clientHeight / 3
  }

  protected override render(): TemplateResult {
    const { t, theirs } = this
    const merged = merge(this.base, this.mine, fieldsOf(theirs))
    const asked = merged.both.length > 0
    const open = merged.both.some((name) => !this.chosen[name])
    const { author } = theirs
    return html`<div class="strip" role="alert">
        <p class="grow">${author ? t('articles.overtaken', { name: author.name }) : t('articles.overtaken.nobody')}</p>
        <button class="button" type="button" @click=${() => this.dispatchEvent(new Event('deskbell-show-theirs'))}>${t('articles.show_theirs')}</button>
        <button class="button" type="button" @click=${() => this.#settle(fieldsOf(theirs))}>${t('articles.take_theirs')}</button>
        <button class="button" type="button" ?disabled=${open} @click=${() => this.#settle(this.#choice(merged.fields))}>${t(asked ? 'articles.save' : 'articles.put_mine')}</button></div>
      ${asked ? html`<div class="asked">${merged.both.map((name) => this.#field(name))}</div>` : nothing}`
  }

  #settle(fields: ArticleFields): void {
    this.dispatchEvent(new MergedEvent(fields))
  }

  #choice(merged: ArticleFields): ArticleFields {
    const theirs = fieldsOf(this.theirs)
    const taken = Object.entries(this.chosen).filter(([, side]) => side === 'theirs')
    return { ...merged, ...Object.fromEntries(taken.map(([name]) => [name, theirs[name as SavedField]])) }
  }

  #field(name: SavedField): TemplateResult {
    const [theirs, mine] = this.#sides(name)
    const side = (value: Side, word: ConsoleKey, text: unknown) => html`<div class="side">
      <label class="check"><input type="radio" name=${name} value=${value} .checked=${this.chosen[name] === value} @change=${() => {
        this.chosen = { ...this.chosen, [name]: value }
      }}>${this.t(word as 'articles.save')}</label><div class="text" dir="auto" tabindex="0">${text}</div></div>`
    return html`<fieldset><legend>${this.t(NAMES[name])}</legend>
      ${side('theirs', 'articles.take_theirs', theirs)}${side('mine', 'articles.put_mine', mine)}</fieldset>`
  }

  /** Both texts whole, what differs marked. */
  #sides(name: SavedField): readonly [theirs: unknown, mine: unknown] {
    const [theirs, mine] = [this.#tell(name, fieldsOf(this.theirs)), this.#tell(name, this.mine)]
    const runs = diffWordsWithSpace(theirs, mine, { timeout: PATIENCE })
    if (!runs) return [theirs, mine]
    const without = (other: 'added' | 'removed') =>
      runs
        .filter((run) => !run[other])
        .map(({ added, removed, value }) => (added || removed ? html`<mark>${value}</mark>` : value))
    return [without('added'), without('removed')]
  }

  #tell(name: SavedField, fields: ArticleFields): string {
    switch (name) {
      case 'locale':
        return languageName(fields.locale, this.locale)
      case 'category_id':
        return this.topics.find(({ id }) => id === fields.category_id)?.name ?? this.t('articles.topic.none')
      case 'featured':
        return fields.featured ? '✓' : '–'
      case 'sites': {
        const shown = this.sites.filter(({ id }) => fields.sites?.includes(id)).map((site) => site.name)
        return fields.sites ? shown.join(', ') : this.t('articles.every_site')
      }
      default:
        return fields[name]
    }
  }
}
