// Tools the AI agent may use on a site: registered, tried, switched, given a new secret. The secret is shown once.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { Tool, ToolTest } from '../../protocol/tool.ts'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'
import { checkBox } from '../appearance/appearance-rows.ts'
import { deskStyles } from '../desk.styles.ts'
import type { AssistantApi } from './assistant-api.ts'
import { partStyles } from './parts.styles.ts'

const APPROVALS = [
  ['none', 'Nobody'],
  ['customer', 'The customer'],
  ['agent', 'An agent'],
] as const

const EMPTY_SCHEMA = '{\n  "type": "object",\n  "properties": {}\n}'

/** @throws Error in plain words */
function readJson(text: string, what: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text || '{}')
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
  } catch {
    // Said below.
  }
  throw new Error(`${what} must be a JSON object.`)
}

export class AssistantTools extends LitElement {
  static override properties = {
    api: { attribute: false },
    site: {},
    tools: { state: true },
    adding: { state: true },
    opened: { state: true },
    secret: { state: true },
    tried: { state: true },
    fault: { state: true },
  }
  static override styles = [deskStyles, controlStyles, partStyles]

  declare api: AssistantApi
  declare site: string
  protected declare tools: readonly Tool[] | null
  protected declare adding: boolean
  protected declare opened: string
  protected declare secret: { tool: string; secret: string } | null
  protected declare tried: { tool: string; test: ToolTest } | null
  protected declare fault: string

  constructor() {
    super()
    this.tools = null
    this.adding = false
    this.opened = ''
    this.secret = null
    this.tried = null
    this.fault = ''
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('site')) void this.#load()
  }

  #load = (): Promise<void> =>
    this.#do(async () => {
      this.tools = await this.api.tools(this.site)
    })

  async #do(work: () => Promise<unknown>): Promise<void> {
    this.fault = ''
    try {
      await work()
    } catch (error) {
      this.fault = error instanceof Error ? error.message : 'It did not work. Try again.'
    }
  }

  #add(form: HTMLFormElement): Promise<void> {
    const data = new FormData(form)
    const text = (name: string): string => String(data.get(name) ?? '').trim()
    return this.#do(async () => {
      const effect = text('effect') as Tool['effect']
      const approval = text('approval') as Tool['approval']
      const { tool, secret } = await this.api.addTool(this.site, {
        name: text('name'),
        title: text('title'),
        description: text('description'),
        explanation: text('explanation'),
        endpoint: text('endpoint'),
        effect,
        approval,
        parameters: readJson(text('parameters'), 'The input’s schema'),
        ...(effect === 'write' && approval === 'none' && { allow_unapproved_writes: true }),
      })
      this.adding = false
      this.secret = { tool: tool.name, secret }
      await this.#load()
    })
  }

  #replace(tool: Tool): void {
    this.tools = this.tools!.map((one) => (one.id === tool.id ? tool : one))
  }

  protected override render(): TemplateResult {
    return html`<div class="head"><h2 class="grow">Tools</h2>
        <button class="button" type="button" aria-expanded=${this.adding} @click=${() => {
          this.adding = !this.adding
        }}>Add a tool</button></div>
      ${this.secret ? html`<div class="secret" role="status"><p class="name">The secret of ${this.secret.tool}, shown this once</p><code>${this.secret.secret}</code></div>` : nothing}
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${this.adding ? this.#form() : nothing}
      ${this.#list()}`
  }

  #form(): TemplateResult {
    const input = (name: string, label: string, more = '', required = true) =>
      html`<label class="field"><span>${label}</span><input class="input" name=${name} placeholder=${more} ?required=${required} autocomplete="off" spellcheck="false"></label>`
    return html`<form class="fields" @submit=${(event: Event) => {
      event.preventDefault()
      void this.#add(event.target as HTMLFormElement)
    }}>
      ${input('name', 'Name, for the model', 'order_status')}
      ${input('title', 'Title, for people', 'Look up an order')}
      <label class="field"><span>What it does and when to use it, for the model</span><textarea class="input" name="description" rows="2" required></textarea></label>
      ${input('explanation', 'What happens, for whoever approves it', '', false)}
      ${input('endpoint', 'Endpoint, HTTPS', 'https://shop.example/support/order')}
      <div class="actions">
        <label class="field"><span>Effect</span><select class="input" name="effect"><option value="read">Reads</option><option value="write">Writes</option></select></label>
        <label class="field"><span>Who approves</span><select class="input" name="approval">${APPROVALS.map(([value, label]) => html`<option value=${value}>${label}</option>`)}</select></label>
      </div>
      <label class="field"><span>Input, a JSON schema</span><textarea class="input" name="parameters" rows="6" spellcheck="false" .value=${EMPTY_SCHEMA}></textarea></label>
      <div class="actions"><button class="button solid" type="submit">Add</button>
        <button class="button bare" type="button" @click=${() => {
          this.adding = false
        }}>Cancel</button></div>
    </form>`
  }

  #list(): TemplateResult | typeof nothing {
    if (!this.tools) return this.fault ? nothing : html`<p class="muted" aria-busy="true">Loading</p>`
    if (this.tools.length === 0)
      return html`<div class="empty"><h2>No tools</h2><p>A tool is an HTTPS address of yours that the AI agent may ask, such as for the state of an order. The customer’s identity is added by this server, never by the model.</p></div>`
    return html`<ul class="rows">${this.tools.map((tool) => this.#row(tool))}</ul>`
  }

  #row(tool: Tool): TemplateResult {
    const open = this.opened === tool.id
    const approval = APPROVALS.find(([value]) => value === tool.approval)![1]
    return html`<li><button class="item" type="button" aria-expanded=${open} @click=${() => {
      this.opened = open ? '' : tool.id
      this.tried = null
    }}><span class="title">${tool.title}</span>
        <span class="meta"><code>${tool.name}</code><span>${tool.effect === 'read' ? 'Reads' : 'Writes'}</span><span>Approved by ${approval.toLowerCase()}</span>
          ${tool.enabled ? nothing : html`<span class="so-so">Off</span>`}</span>
      </button>${open ? this.#detail(tool) : nothing}</li>`
  }

  #detail(tool: Tool): TemplateResult {
    const tried = this.tried?.tool === tool.id ? this.tried.test : null
    return html`<div class="open">
      <p>${tool.description}</p><p class="muted">${tool.endpoint}</p>
      ${checkBox('The AI agent may use it', tool.enabled, (enabled) => void this.#do(async () => this.#replace(await this.api.changeTool(this.site, tool.id, { enabled }))))}
      <form class="fields" @submit=${(event: Event) => {
        event.preventDefault()
        const text = String(new FormData(event.target as HTMLFormElement).get('input'))
        void this.#do(async () => {
          const test = await this.api.testTool(this.site, tool.id, readJson(text, 'The input'))
          this.tried = { tool: tool.id, test }
        })
      }}>
        <label class="field"><span>Try it with this input</span><textarea class="input" name="input" rows="2" spellcheck="false" .value=${'{}'}></textarea></label>
        <div class="actions"><button class="button" type="submit">Try</button>
          <button class="button" type="button" @click=${() =>
            void this.#do(async () => {
              const { secret } = await this.api.rotateSecret(this.site, tool.id)
              this.secret = { tool: tool.name, secret }
              await this.#load()
            })}>New secret</button>
          <button class="button bare" type="button" @click=${() =>
            void this.#do(async () => {
              await this.api.removeTool(this.site, tool.id)
              await this.#load()
            })}>Delete</button></div>
      </form>
      ${tried ? html`<p role="status" class=${tried.ok ? 'good' : 'bad'}>${tried.ok ? 'It answered' : 'It failed'}${tried.status === null ? '' : `, ${tried.status}`}, ${tried.milliseconds} ms</p><pre tabindex="0" role="region" aria-label="Result">${tried.result}</pre>` : nothing}
      ${tool.previous_secret_until ? html`<p class="muted">The former secret signs too until ${new Date(tool.previous_secret_until).toLocaleString('en')}.</p>` : nothing}
    </div>`
  }
}
