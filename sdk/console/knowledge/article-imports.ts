// Bringing in what there is already: files, a folder, a website, single pages; how far each import is, and what of it
// failed and why. And everything out again as one file.

import { html, nothing, type TemplateResult } from 'lit'
import type { AdminCategory } from '../../protocol/article-category.ts'
import type { ArticleImport, NewImport } from '../../protocol/knowledge-import.ts'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'
import { segments } from '../appearance/appearance-rows.ts'
import { consoleIcon } from '../console-icon.ts'
import { fullTime } from '../console-time.ts'
import { deskStyles } from '../desk.styles.ts'
import { importStyles } from './article-imports.styles.ts'
import { failureText } from './failure-text.ts'
import { DoneEvent, FailedEvent, TopicsChangedEvent } from './knowledge.events.ts'
import { knowledgeStyles } from './knowledge.styles.ts'
import type { ImportItem, KnowledgeApi, NamedSite } from './knowledge-api.ts'
import { KnowledgeElement } from './knowledge-element.ts'
import { languageName, OFFERED_LANGUAGES } from './language-name.ts'
import { topicOptions } from './topic-options.ts'

type Kind = 'files' | 'folder' | 'website' | 'urls'

const LOOK_AGAIN_MS = 1000
const TAKEN = '.md,.markdown,.html,.htm,.pdf,.docx'
const isRunning = ({ state }: ArticleImport): boolean =>
  state === 'waiting' || state === 'running' || state === 'open'

export class ArticleImports extends KnowledgeElement {
  static override properties = {
    api: { attribute: false },
    topics: { attribute: false },
    sites: { attribute: false },
    kind: { state: true },
    files: { state: true },
    address: { state: true },
    imports: { state: true },
    items: { state: true },
    shown: { state: true },
    uploading: { state: true },
    fault: { state: true },
    failed: { state: true },
    exporting: { state: true },
  }
  static override styles = [deskStyles, controlStyles, knowledgeStyles, importStyles]

  declare api: KnowledgeApi
  declare topics: readonly AdminCategory[]
  declare sites: readonly NamedSite[]
  protected declare kind: Kind
  protected declare files: readonly File[]
  protected declare address: string
  protected declare imports: readonly ArticleImport[] | null
  /** Of the import that is looked into. */
  protected declare items: readonly ImportItem[]
  protected declare shown: string | null
  protected declare uploading: { done: number; total: number } | null
  protected declare fault: string
  protected declare failed: boolean
  protected declare exporting: boolean

  #timer: ReturnType<typeof setTimeout> | undefined
  #options = { publish: false, locale: '', category: '' }

  constructor() {
    super()
    this.topics = []
    this.sites = []
    this.kind = 'files'
    this.files = []
    this.address = ''
    this.imports = null
    this.items = []
    this.shown = null
    this.uploading = null
    this.fault = ''
    this.failed = false
    this.exporting = false
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  protected override firstUpdated(): void {
    void this.#load()
  }

  async #load(): Promise<void> {
    clearTimeout(this.#timer)
    try {
      const before = this.imports
      this.imports = await this.api.imports()
      this.failed = false
      const ended = before?.some(
        (one) => isRunning(one) && !this.imports!.some((now) => now.id === one.id && isRunning(now)),
      )
      // An import may bring topics along.
      if (ended) this.dispatchEvent(new TopicsChangedEvent())
      if (this.shown) this.items = await this.api.importItems(this.shown)
    } catch {
      this.failed = this.imports === null
    }
    if (this.isConnected && this.imports?.some(isRunning))
      this.#timer = setTimeout(() => void this.#load(), LOOK_AGAIN_MS)
  }

  get #wanted(): NewImport {
    const { publish, locale, category } = this.#options
    const options = { publish, ...(locale && { locale }), ...(category && { category_id: category }) }
    const address = this.address.trim()
    if (this.kind === 'website') return { kind: 'website', url: address, ...options }
    if (this.kind === 'urls') return { kind: 'urls', urls: address.split(/\s+/).filter(Boolean), ...options }
    return { kind: 'files', ...options }
  }

  #begin = async (event: Event): Promise<void> => {
    event.preventDefault()
    this.fault = ''
    const byFiles = this.kind === 'files' || this.kind === 'folder'
    if (byFiles ? this.files.length === 0 : !this.address.trim()) {
      this.fault = this.t(byFiles ? 'articles.import.no_files' : 'articles.import.no_address')
      return
    }
    try {
      const begun = await this.api.beginImport(this.#wanted)
      this.shown = begun.id
      if (byFiles) await this.#upload(begun.id)
      // What was refused stays chosen.
      if (!this.fault) this.files = []
      this.address = ''
      await this.#load()
    } catch (error) {
      this.fault = failureText(error, this.t)
    } finally {
      this.uploading = null
    }
  }

  /** A file that is refused is told at once, and does not keep the others. */
  async #upload(id: string): Promise<void> {
    const refused: string[] = []
    for (const [done, file] of this.files.entries()) {
      this.uploading = { done, total: this.files.length }
      const name = file.webkitRelativePath || file.name
      await this.api
        .uploadFile(id, name, file)
        .catch((error: unknown) => refused.push(`${name}: ${failureText(error, this.t)}`))
    }
    this.fault = refused.join('\n')
    await (refused.length === this.files.length ? this.api.cancelImport(id) : this.api.startImport(id))
  }

  async #cancel({ id }: ArticleImport): Promise<void> {
    try {
      await this.api.cancelImport(id)
      this.dispatchEvent(new DoneEvent(this.t('articles.import.stopped')))
      await this.#load()
    } catch (error) {
      this.dispatchEvent(new FailedEvent(error))
    }
  }

  /** Fetched and then handed to the browser: a link would go without the session where the console is embedded. */
  async #export(): Promise<void> {
    this.exporting = true
    try {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(await this.api.export())
      link.download = 'articles.zip'
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), LOOK_AGAIN_MS)
    } catch (error) {
      this.dispatchEvent(new FailedEvent(error))
    } finally {
      this.exporting = false
    }
  }

  #choose(event: Event): void {
    const { files } = event.target as HTMLInputElement
    const ending = new RegExp(`(${TAKEN.replaceAll('.', '\\.').replaceAll(',', '|')})$`, 'i')
    this.files = [...(files ?? [])].filter(({ name }) => this.kind === 'files' || ending.test(name))
  }

  protected override render(): TemplateResult {
    return html`<div class="pad"><div class="head"><div class="grow"><h1>${this.t('articles.part.import')}</h1>
        <p class="hint">${this.t('articles.import.lead')}</p></div>
        <button class="button" type="button" ?disabled=${this.exporting} @click=${() => void this.#export()}>${consoleIcon('copy')}${this.t('articles.export')}</button></div>
      <form class="form" novalidate @submit=${this.#begin}>
        ${segments<Kind>({
          id: 'kind',
          value: this.kind,
          label: this.t('articles.import.from'),
          options: [
            ['files', this.t('articles.import.kind.files')],
            ['folder', this.t('articles.import.from.folder')],
            ['website', this.t('articles.import.from.website')],
            ['urls', this.t('articles.import.from.urls')],
          ],
          onChoose: (kind) => {
            this.kind = kind
            this.files = []
            this.fault = ''
          },
        })}
        ${this.#source()}
        ${this.#choices()}
        ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
        <div class="tools"><button class="button solid" ?disabled=${this.uploading !== null}>${this.uploading ? this.t('articles.import.uploading', { n: this.uploading.done + 1, all: this.uploading.total }) : this.t('articles.import.begin')}</button></div>
      </form>
      <h2>${this.t('articles.import.all')}</h2>${this.#list()}</div>`
  }

  #source(): TemplateResult {
    const typed = (event: Event): void => {
      this.address = (event.target as HTMLInputElement).value
    }
    switch (this.kind) {
      case 'website':
        return html`<div class="field"><label for="address">${this.t('articles.import.address')}</label><input class="input" id="address" type="url" inputmode="url" placeholder="https://help.example.com" .value=${this.address} @input=${typed} aria-describedby="address-hint">
          <p class="hint" id="address-hint">${this.t('articles.import.address.hint')}</p></div>`
      case 'urls':
        return html`<div class="field"><label for="address">${this.t('articles.import.addresses')}</label><textarea class="input" id="address" rows="4" .value=${this.address} @input=${typed}></textarea></div>`
      default:
        return html`<div class="field"><label for="file">${this.t(this.kind === 'folder' ? 'articles.import.folder' : 'articles.import.files')}</label>
          <input class="input" id="file" type="file" multiple ?webkitdirectory=${this.kind === 'folder'} accept=${this.kind === 'folder' ? nothing : TAKEN} @change=${this.#choose}>
          ${this.files.length > 0 ? html`<p class="hint">${this.t('articles.import.chosen', { n: this.files.length })}</p>` : nothing}</div>`
    }
  }

  #choices(): TemplateResult {
    const options = this.#options
    const value = (event: Event): string => (event.target as HTMLSelectElement).value
    return html`<div class="choices">
      <div class="field"><label for="topic">${this.t('articles.topic')}</label><select class="input" id="topic" @change=${(
        event: Event,
      ) => {
        options.category = value(event)
      }}><option value="">${this.t('articles.import.as_said')}</option>${topicOptions(this.topics, null)}</select></div>
      <div class="field"><label for="locale">${this.t('articles.language')}</label><select class="input" id="locale" @change=${(
        event: Event,
      ) => {
        options.locale = value(event)
      }}><option value="">${this.t('articles.import.as_said')}</option>${OFFERED_LANGUAGES.map((tag) => html`<option value=${tag}>${languageName(tag, this.locale)}</option>`)}</select></div>
      <label class="check"><input type="checkbox" @change=${(event: Event) => {
        options.publish = (event.target as HTMLInputElement).checked
      }}>${this.t('articles.import.publish')}</label></div>`
  }

  #list(): TemplateResult {
    if (this.failed)
      return html`<div class="empty" role="alert"><p>${this.t('articles.import.failed')}</p><button class="button" type="button" @click=${() => void this.#load()}>${this.t('app.again')}</button></div>`
    if (this.imports?.length === 0)
      return html`<div class="empty"><p>${this.t('articles.import.none')}</p></div>`
    return html`<ul class="rows">${(this.imports ?? []).map((one) => this.#row(one))}</ul>`
  }

  #row(one: ArticleImport): TemplateResult {
    const {
      id,
      kind,
      state,
      url,
      done,
      total,
      created,
      updated,
      unchanged,
      failed,
      skipped,
      noted,
      problem,
      created_at,
      found,
    } = one
    const told = (n: number, what: 'created' | 'updated' | 'unchanged' | 'skipped' | 'noted') =>
      n > 0 ? html`<span>${this.t(`articles.import.n_${what}`, { n })}</span>` : nothing
    const isShown = this.shown === id
    const name = this.t(`articles.import.kind.${kind}`)
    const when = fullTime(created_at, this.locale)
    return html`<li><div class="item"><div class="grow"><p class="title">${name}${url ? `: ${url}` : ''}</p>
        <p class="line"><span>${this.t(`articles.import.state.${state}`)}, ${when}</span>${found !== null && found > total ? html`<span>${this.t('articles.import.pages', { n: total, all: found })}</span>` : nothing}${told(created, 'created')}${told(updated, 'updated')}${told(unchanged, 'unchanged')}${told(skipped, 'skipped')}${told(noted, 'noted')}${
          failed > 0
            ? html`<span class="fault">${this.t('articles.import.n_failed', { n: failed })}</span>`
            : nothing
        }</p>
        ${problem ? html`<p class="fault">${problem}</p>` : nothing}
        ${isRunning(one) ? html`<progress aria-label=${this.t('articles.import.progress')} value=${done} max=${Math.max(1, total)}></progress>` : nothing}</div>
      ${isRunning(one) ? html`<button class="button" type="button" @click=${() => void this.#cancel(one)}>${this.t('articles.import.stop')}</button>` : nothing}
      <button class="button" type="button" aria-expanded=${isShown ? 'true' : 'false'} aria-label=${this.t('articles.import.report_of', { name, when })} @click=${() => void this.#show(id)}>${this.t('articles.import.report')}</button></div>
      ${isShown ? this.#report() : nothing}</li>`
  }

  async #show(id: string): Promise<void> {
    this.shown = this.shown === id ? null : id
    this.items = []
    if (!this.shown) return
    try {
      const items = await this.api.importItems(id)
      if (this.shown === id) this.items = items
    } catch (error) {
      this.dispatchEvent(new FailedEvent(error))
    }
  }

  /** What went wrong comes first: the rest is as was wished. */
  #report(): TemplateResult {
    const rank = ({ outcome, reason }: ImportItem): number => (outcome === 'failed' ? 0 : reason ? 1 : 2)
    return html`<ul class="report">${this.items
      .toSorted((a, b) => rank(a) - rank(b))
      .map(
        ({
          source,
          outcome,
          reason,
          article_id,
        }) => html`<li><span class="outcome ${outcome}">${this.t(`articles.outcome.${outcome}`)}</span>
        <span class="grow">${article_id ? html`<a href=${this.api.placeUrl(article_id)} data-go=${article_id}>${source}</a>` : source}${reason ? html`<br><span class=${outcome === 'failed' ? 'fault' : 'hint'}>${reason}</span>` : nothing}</span></li>`,
      )}</ul>`
  }
}
