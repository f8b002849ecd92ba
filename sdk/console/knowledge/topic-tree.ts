// The topics of the help centre: a tree to name, translate, order and take apart. Moved by buttons that say where to, so
// that a keyboard and a screen reader move them as well as a pointer.

import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { AdminCategory } from '../../protocol/article-category.ts'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'
import { consoleIcon } from '../console-icon.ts'
import { deskStyles } from '../desk.styles.ts'
import { failureText } from './failure-text.ts'
import { DoneEvent, FailedEvent, TopicsChangedEvent } from './knowledge.events.ts'
import { knowledgeStyles } from './knowledge.styles.ts'
import type { KnowledgeApi } from './knowledge-api.ts'
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

export class TopicTree extends LitElement {
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
        new DoneEvent(`“${topic.name}” moved ${by < 0 ? 'up' : 'down'}.`, async () => {
          await put(ids)
          this.dispatchEvent(new TopicsChangedEvent())
        }),
      )
    }
  }

  async #remove(topic: AdminCategory): Promise<void> {
    if (await this.#do(() => this.api.removeCategory(topic.id)))
      this.dispatchEvent(
        new DoneEvent(
          topic.articles > 0
            ? `“${topic.name}” is gone. Its ${topic.articles} articles stand without a topic.`
            : `“${topic.name}” is gone.`,
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
      this.fault = 'Give it a name.'
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
      this.dispatchEvent(new DoneEvent(`“${wanted.name}” is saved.`))
    } catch (error) {
      this.fault = failureText(error)
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    const top = this.#below(null)
    return html`<div class="pad">
      <div class="head"><div class="grow"><h1>Topics</h1><p class="hint">What articles stand under in the help centre, in this order.</p></div>
        <button class="button solid" type="button" @click=${() => this.#edit(null, null)}>New topic</button></div>
      ${this.form && this.form.topic === null && this.form.parent === null ? this.#formOf(this.form) : nothing}
      ${
        top.length === 0 && !this.form
          ? html`<div class="empty"><h2>No topics yet</h2><p>With a dozen articles customers want to look by topic. Three to nine at the top are easy to take in.</p></div>`
          : html`<ul class="rows">${top.map((topic, at) => this.#row(topic, at, top.length))}</ul>`
      }</div>`
  }

  #row(topic: AdminCategory, at: number, of: number): TemplateResult {
    const children = this.#below(topic.id)
    const { form } = this
    const languages = Object.keys(topic.translations).length
    return html`<li><div class="item">
        <div class="grow"><p class="title">${topic.name}</p>
          <p class="line"><span>${topic.published} published, ${topic.articles} in all</span>${languages > 0 ? html`<span>${languages} translations</span>` : nothing}${topic.description ? html`<span>${topic.description}</span>` : nothing}</p></div>
        <div class="acts">
          <button class="button bare square" type="button" ?disabled=${at === 0 || this.busy} aria-label="Move ${topic.name} up" title="Up" @click=${() => void this.#move(topic, -1)}><span class="up">${consoleIcon('down')}</span></button>
          <button class="button bare square" type="button" ?disabled=${at === of - 1 || this.busy} aria-label="Move ${topic.name} down" title="Down" @click=${() => void this.#move(topic, 1)}>${consoleIcon('down')}</button>
          <button class="button bare" type="button" aria-label="Add below ${topic.name}" @click=${() => this.#edit(null, topic.id)}>Add below</button>
          <button class="button bare" type="button" aria-label="Edit ${topic.name}" @click=${() => this.#edit(topic)}>Edit</button>
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
      <div class="field"><label for="name">Name</label><input class="input" id="name" maxlength="100" .value=${form.name} aria-invalid=${this.fault ? 'true' : nothing}
        @input=${(event: Event) => set({ name: value(event) })}>${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}</div>
      <div class="field"><label for="description">Description</label><input class="input" id="description" maxlength="500" .value=${form.description}
        @input=${(event: Event) => set({ description: value(event) })}></div>
      <div class="field"><label for="parent">Below</label><select class="input" id="parent" @change=${(event: Event) => set({ parent: value(event) || null })}>
        <option value="" ?selected=${form.parent === null}>Nothing, at the top</option>
        ${parents.map(({ id }) => html`<option value=${id} ?selected=${id === form.parent}>${topicPath(this.topics, id)}</option>`)}</select></div>
      <div class="field"><label for="translations">In other languages</label>
        <textarea class="input" id="translations" rows="3" dir="auto" placeholder="de: Rückgabe" aria-describedby="translations-hint" .value=${form.translations}
          @input=${(event: Event) => set({ translations: value(event) })}></textarea>
        <p class="hint" id="translations-hint">One a line, by code: ${OFFERED_LANGUAGES.slice(0, 4)
          .map((tag) => `${tag} for ${languageName(tag)}`)
          .join(', ')} and so on.</p></div>
      <div class="tools"><button class="button solid" ?disabled=${this.busy}>Save</button>
        <button class="button" type="button" @click=${() => {
          this.form = null
        }}>Cancel</button>
        ${
          topic
            ? html`<span class="grow"></span><button class="button bare" type="button" ?disabled=${this.busy} @click=${() => {
                this.form = null
                void this.#remove(topic)
              }}>Delete topic</button>`
            : nothing
        }</div></form>`
  }
}
