// Bringing in what there is already: files, a folder, a website, single pages; how far each import is, and what of it
// failed and why. And everything out again as one file.

import { html, LitElement, nothing, type TemplateResult } from 'lit'
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
import { languageName, OFFERED_LANGUAGES } from './language-name.ts'
import { topicOptions } from './topic-options.ts'

type Kind = 'files' | 'folder' | 'website' | 'urls'

const LOOK_AGAIN_MS = 1000
const TAKEN = '.md,.markdown,.html,.htm,.pdf,.docx'
const isRunning = ({ state }: ArticleImport): boolean =>
  state === 'waiting' || state === 'running' || state === 'open'

const KINDS: Record<ArticleImport['kind'], string> = { files: 'Files', website: 'Website', urls: 'Pages' }
const STATES: Record<ArticleImport['state'], string> = {
  open: 'Uploading',
  waiting: 'Waits its turn',
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Stopped',
}

export class ArticleImports extends LitElement {
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
      this.fault = byFiles ? 'Choose files first.' : 'Give an address first.'
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
      this.fault = failureText(error)
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
        .catch((error: unknown) => refused.push(`${name}: ${failureText(error)}`))
    }
    this.fault = refused.join('\n')
    await (refused.length === this.files.length ? this.api.cancelImport(id) : this.api.startImport(id))
  }

  async #cancel({ id }: ArticleImport): Promise<void> {
    try {
      await this.api.cancelImport(id)
      this.dispatchEvent(new DoneEvent('The import is stopped. What was taken in stays.'))
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
    return html`<div class="pad"><div class="head"><div class="grow"><h1>Import and export</h1>
        <p class="hint">What is brought in twice is changed, not doubled. What somebody has edited since is kept as a draft.</p></div>
        <button class="button" type="button" ?disabled=${this.exporting} @click=${() => void this.#export()}>${consoleIcon('copy')}Export all articles</button></div>
      <form class="form" novalidate @submit=${this.#begin}>
        ${segments<Kind>({
          id: 'kind',
          value: this.kind,
          label: 'From',
          options: [
            ['files', 'Files'],
            ['folder', 'A folder'],
            ['website', 'A website'],
            ['urls', 'Single pages'],
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
        <div class="tools"><button class="button solid" ?disabled=${this.uploading !== null}>${this.uploading ? `Uploading ${this.uploading.done + 1} of ${this.uploading.total}` : 'Import'}</button></div>
      </form>
      <h2>Imports</h2>${this.#list()}</div>`
  }

  #source(): TemplateResult {
    const typed = (event: Event): void => {
      this.address = (event.target as HTMLInputElement).value
    }
    switch (this.kind) {
      case 'website':
        return html`<div class="field"><label for="address">Its address</label><input class="input" id="address" type="url" inputmode="url" placeholder="https://help.example.com" .value=${this.address} @input=${typed} aria-describedby="address-hint">
          <p class="hint" id="address-hint">Its sitemap is looked for, and what robots.txt forbids is left out.</p></div>`
      case 'urls':
        return html`<div class="field"><label for="address">Addresses, one a line</label><textarea class="input" id="address" rows="4" .value=${this.address} @input=${typed}></textarea></div>`
      default:
        return html`<div class="field"><label for="file">${this.kind === 'folder' ? 'A folder of Markdown, HTML, PDF or Word' : 'Markdown, HTML, PDF or Word'}</label>
          <input class="input" id="file" type="file" multiple ?webkitdirectory=${this.kind === 'folder'} accept=${this.kind === 'folder' ? nothing : TAKEN} @change=${this.#choose}>
          ${this.files.length > 0 ? html`<p class="hint">${this.files.length} ${this.files.length === 1 ? 'file' : 'files'} chosen</p>` : nothing}</div>`
    }
  }

  #choices(): TemplateResult {
    const options = this.#options
    const value = (event: Event): string => (event.target as HTMLSelectElement).value
    return html`<div class="choices">
      <div class="field"><label for="topic">Topic</label><select class="input" id="topic" @change=${(
        event: Event,
      ) => {
        options.category = value(event)
      }}><option value="">As each says itself</option>${topicOptions(this.topics, null)}</select></div>
      <div class="field"><label for="locale">Language</label><select class="input" id="locale" @change=${(
        event: Event,
      ) => {
        options.locale = value(event)
      }}><option value="">As each says itself</option>${OFFERED_LANGUAGES.map((tag) => html`<option value=${tag}>${languageName(tag)}</option>`)}</select></div>
      <label class="check"><input type="checkbox" @change=${(event: Event) => {
        options.publish = (event.target as HTMLInputElement).checked
      }}>Publish at once</label></div>`
  }

  #list(): TemplateResult {
    if (this.failed)
      return html`<div class="empty" role="alert"><p>The imports did not load.</p><button class="button" type="button" @click=${() => void this.#load()}>Try again</button></div>`
    if (this.imports?.length === 0) return html`<div class="empty"><p>Nothing was imported yet.</p></div>`
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
    const told = (n: number, word: string) => (n > 0 ? html`<span>${n} ${word}</span>` : nothing)
    const isShown = this.shown === id
    return html`<li><div class="item"><div class="grow"><p class="title">${KINDS[kind]}${url ? `: ${url}` : ''}</p>
        <p class="line"><span>${STATES[state]}, ${fullTime(created_at, 'en-GB')}</span>${found !== null && found > total ? html`<span>${total} of ${found} pages</span>` : nothing}${told(created, 'new')}${told(updated, 'changed')}${told(unchanged, 'unchanged')}${told(skipped, 'left out')}${told(noted, 'to look at')}${
          failed > 0 ? html`<span class="fault">${failed} failed</span>` : nothing
        }</p>
        ${problem ? html`<p class="fault">${problem}</p>` : nothing}
        ${isRunning(one) ? html`<progress aria-label="How far it is" value=${done} max=${Math.max(1, total)}></progress>` : nothing}</div>
      ${isRunning(one) ? html`<button class="button" type="button" @click=${() => void this.#cancel(one)}>Stop</button>` : nothing}
      <button class="button" type="button" aria-expanded=${isShown ? 'true' : 'false'} aria-label="Report of ${KINDS[kind]}, ${fullTime(created_at, 'en-GB')}" @click=${() => void this.#show(id)}>Report</button></div>
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
        }) => html`<li><span class="outcome ${outcome}">${outcome}</span>
        <span class="grow">${article_id ? html`<a href=${this.api.placeUrl(article_id)} data-go=${article_id}>${source}</a>` : source}${reason ? html`<br><span class=${outcome === 'failed' ? 'fault' : 'hint'}>${reason}</span>` : nothing}</span></li>`,
      )}</ul>`
  }
}
