// The topics of the help centre: a tree to name, translate, order and take apart. Moved by buttons that say where to, so
// that a keyboard and a screen reader move them as well as a pointer.

import { html, nothing, type TemplateResult } from 'lit'
import type { AdminCategory } from '../../protocol/article-category.ts'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'
import { consoleIcon } from '../console-icon.ts'
import { deskStyles } from '../desk.styles.ts'
import { failureText } from './failure-text.ts'
import { DoneEvent, FailedEvent, TopicsChangedEvent } from './knowledge.events.ts'
import { knowledgeStyles } from './knowledge.styles.ts'
import type { KnowledgeApi } from './knowledge-api.ts'
import { KnowledgeElement } from './knowledge-element.ts'
import { languageName, OFFERED_LANGUAGES } from './language-name.ts'
import { topicPath, topicTrail } from './topic-options.ts'
import { topicTreeStyles } from './topic-tree.styles.ts'

interface TopicForm {
  /** Null for a new one. */
  topic: AdminCategory | null
  parent: string | null
  name: string
  description: string
  /** One a line: `de: Rückgabe`. */
  translations: string
}

const asLines = ({ translations }: AdminCategory): string =>
  Object.entries(translations)
    .map(([locale, { name }]) => `${locale}: ${name}`)
    .join('\n')

/** Keeps what a language says beside its name. */
const asTranslations = (text: string, held: AdminCategory['translations']): AdminCategory['translations'] =>
  Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const [, locale, name] = /^\s*([\w-]+)\s*:\s*(.+?)\s*$/.exec(line) ?? []
      return locale && name ? [[locale, { ...held[locale], name }]] : []
    }),
  )

export class TopicTree extends KnowledgeElement {
  static override properties = {
    api: { attribute: false },
    topics: { attribute: false },
    form: { state: true },
    fault: { state: true },
    busy: { state: true },
  }
  static override styles = [deskStyles, controlStyles, knowledgeStyles, topicTreeStyles]

  declare api: KnowledgeApi
  declare topics: readonly AdminCategory[]
  protected declare form: TopicForm | null
  protected declare fault: string
  protected declare busy: boolean

  constructor() {
    super()
    this.topics = []
    this.form = null
    this.fault = ''
    this.busy = false
  }

  #below(parent: string | null): AdminCategory[] {
    const known = new Set(this.topics.map(({ id }) => id))
    return this.topics
      .filter(({ parent_id }) => (parent_id !== null && known.has(parent_id) ? parent_id : null) === parent)
      .toSorted((a, b) => a.position - b.position)
  }

  async #do(work: () => Promise<unknown>): Promise<boolean> {
    this.busy = true
    try {
      await work()
      return true
    } catch (error) {
      this.dispatchEvent(new FailedEvent(error))
      return false
    } finally {
      this.busy = false
      this.dispatchEvent(new TopicsChangedEvent())
    }
  }

  async #move(topic: AdminCategory, by: -1 | 1): Promise<void> {
    const ids = this.#below(topic.parent_id).map(({ id }) => id)
    const at = ids.indexOf(topic.id)
    const order = ids.with(at, ids[at + by]!).with(at + by, topic.id)
    const put = (list: string[]) => this.api.orderCategories({ parent_id: topic.parent_id, ids: list })
    if (await this.#do(() => put(order))) {
      this.dispatchEvent(
        new DoneEvent(
          this.t(by < 0 ? 'articles.topics.moved_up' : 'articles.topics.moved_down', { name: topic.name }),
          async () => {
            await put(ids)
            this.dispatchEvent(new TopicsChangedEvent())
          },
        ),
      )
    }
  }

  async #remove(topic: AdminCategory): Promise<void> {
    if (await this.#do(() => this.api.removeCategory(topic.id)))
      this.dispatchEvent(
        new DoneEvent(
          topic.articles > 0
            ? this.t('articles.topics.gone_with', { name: topic.name, n: topic.articles })
            : this.t('articles.topics.gone', { name: topic.name }),
        ),
      )
  }

  #edit(topic: AdminCategory | null, parent: string | null = topic?.parent_id ?? null): void {
    this.fault = ''
    this.form = {
      topic,
      parent,
      name: topic?.name ?? '',
      description: topic?.description ?? '',
      translations: topic ? asLines(topic) : '',
    }
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#name')?.focus())
  }

  #save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { form } = this
    if (!form?.name.trim()) {
      this.fault = this.t('articles.topics.nameless')
      return
    }
    const wanted = {
      name: form.name.trim(),
      description: form.description.trim() || null,
      translations: asTranslations(form.translations, form.topic?.translations ?? {}),
    }
    this.busy = true
    try {
      if (form.topic)
        await this.api.changeCategory(form.topic.id, {
          ...wanted,
          ...(form.parent !== form.topic.parent_id && { parent_id: form.parent }),
        } as never)
      else await this.api.addCategory({ ...wanted, parent_id: form.parent } as never)
      this.form = null
      this.dispatchEvent(new TopicsChangedEvent())
      this.dispatchEvent(new DoneEvent(this.t('articles.topics.saved', { name: wanted.name })))
    } catch (error) {
      this.fault = failureText(error, this.t)
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    const top = this.#below(null)
    return html`<div class="pad">
      <div class="head"><div class="grow"><h1>${this.t('articles.part.topics')}</h1><p class="hint">${this.t('articles.topics.lead')}</p></div>
        <button class="button solid" type="button" @click=${() => this.#edit(null, null)}>${this.t('articles.topics.new')}</button></div>
      ${this.form && this.form.topic === null && this.form.parent === null ? this.#formOf(this.form) : nothing}
      ${
        top.length === 0 && !this.form
          ? html`<div class="empty"><h2>${this.t('articles.topics.none')}</h2><p>${this.t('articles.topics.none.detail')}</p></div>`
          : html`<ul class="rows">${top.map((topic, at) => this.#row(topic, at, top.length))}</ul>`
      }</div>`
  }

  #row(topic: AdminCategory, at: number, of: number): TemplateResult {
    const children = this.#below(topic.id)
    const { form } = this
    const languages = Object.keys(topic.translations).length
    return html`<li><div class="item">
        <div class="grow"><p class="title">${topic.name}</p>
          <p class="line"><span>${this.t('articles.topics.counts', { published: topic.published, n: topic.articles })}</span>${languages > 0 ? html`<span>${this.t('articles.topics.translations', { n: languages })}</span>` : nothing}${topic.description ? html`<span>${topic.description}</span>` : nothing}</p></div>
        <div class="acts">
          <button class="button bare square" type="button" ?disabled=${at === 0 || this.busy} aria-label=${this.t('articles.topics.move_up', { name: topic.name })} title=${this.t('articles.topics.up')} @click=${() => void this.#move(topic, -1)}><span class="up">${consoleIcon('down')}</span></button>
          <button class="button bare square" type="button" ?disabled=${at === of - 1 || this.busy} aria-label=${this.t('articles.topics.move_down', { name: topic.name })} title=${this.t('articles.topics.down')} @click=${() => void this.#move(topic, 1)}>${consoleIcon('down')}</button>
          <button class="button bare" type="button" aria-label=${this.t('articles.topics.add_below', { name: topic.name })} @click=${() => this.#edit(null, topic.id)}>${this.t('articles.topics.add')}</button>
          <button class="button bare" type="button" aria-label=${this.t('articles.topics.edit_one', { name: topic.name })} @click=${() => this.#edit(topic)}>${this.t('articles.topics.edit')}</button>
        </div></div>
      ${form && (form.topic?.id === topic.id || (form.topic === null && form.parent === topic.id)) ? this.#formOf(form) : nothing}
      ${children.length > 0 ? html`<ul class="below">${children.map((child, n) => this.#row(child, n, children.length))}</ul>` : nothing}</li>`
  }

  #formOf(form: TopicForm): TemplateResult {
    const set = (change: Partial<TopicForm>): void => {
      this.form = { ...form, ...change }
    }
    const value = (event: Event): string => (event.target as HTMLInputElement).value
    const { topic } = form
    // What is below a topic cannot be above it.
    const parents = this.topics.filter(
      ({ id }) => !topic || !topicTrail(this.topics, id).some((up) => up.id === topic.id),
    )
    return html`<form class="form" novalidate @submit=${this.#save}>
      <div class="field"><label for="name">${this.t('articles.topics.name')}</label><input class="input" id="name" maxlength="100" .value=${form.name} aria-invalid=${this.fault ? 'true' : nothing}
        @input=${(event: Event) => set({ name: value(event) })}>${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}</div>
      <div class="field"><label for="description">${this.t('articles.topics.description')}</label><input class="input" id="description" maxlength="500" .value=${form.description}
        @input=${(event: Event) => set({ description: value(event) })}></div>
      <div class="field"><label for="parent">${this.t('articles.topics.below')}</label><select class="input" id="parent" @change=${(event: Event) => set({ parent: value(event) || null })}>
        <option value="" ?selected=${form.parent === null}>${this.t('articles.topics.top')}</option>
        ${parents.map(({ id }) => html`<option value=${id} ?selected=${id === form.parent}>${topicPath(this.topics, id)}</option>`)}</select></div>
      <div class="field"><label for="translations">${this.t('articles.topics.languages')}</label>
        <textarea class="input" id="translations" rows="3" dir="auto" placeholder="de: Rückgabe" aria-describedby="translations-hint" .value=${form.translations}
          @input=${(event: Event) => set({ translations: value(event) })}></textarea>
        <p class="hint" id="translations-hint">${this.t('articles.topics.languages.hint', {
          codes: OFFERED_LANGUAGES.slice(0, 4)
            .map((tag) => `${tag} (${languageName(tag, this.locale)})`)
            .join(', '),
        })}</p></div>
      <div class="tools"><button class="button solid" ?disabled=${this.busy}>${this.t('articles.save')}</button>
        <button class="button" type="button" @click=${() => {
          this.form = null
        }}>${this.t('articles.cancel')}</button>
        ${
          topic
            ? html`<span class="grow"></span><button class="button bare" type="button" ?disabled=${this.busy} @click=${() => {
                this.form = null
                void this.#remove(topic)
              }}>${this.t('articles.topics.delete')}</button>`
            : nothing
        }</div></form>`
  }
}
