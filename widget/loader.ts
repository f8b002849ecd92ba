// embed.js, all that a page loads before the visitor acts: the launcher and the page's calls. It must not know Lit,
// storage, sockets or the API; the panel is another file, fetched when a pointer or the focus comes near. What can wait
// until a page asks for it is in page-api.ts.

import { loaderStyles } from './loader.styles.ts'
import type { Call, Deskbell, InlinedSettings, Page, PageModule } from './panel-contract.ts'

/** Replaced by the server with JSON. */
declare const __DESKBELL_SETTINGS__: InlinedSettings

/**
 * The first open the panel; `show` alone is about the launcher, so a call is tested as text, "show,chat". The others
 * say something of the visitor that is of no use before the visitor acts, so nothing is fetched for them.
 */
const OPENS_OR_WAITS = /^(?:(open|newT|sea|sta|show.)|id|tr|setA|consent,g)/

function start({ dataset, src }: HTMLScriptElement, theirs?: Deskbell): void {
  const settings = { ...__DESKBELL_SETTINGS__, ...dataset, ...window.deskbellSettings } as Page['settings']
  const [lang, title, close, unreachable] = settings.words
  /** What the launcher says instead of its label. */
  let trouble = ''

  const make = <Name extends keyof HTMLElementTagNameMap>(
    tag: Name,
    ...children: (Node | string)[]
  ): HTMLElementTagNameMap[Name] => {
    const element = document.createElement(tag)
    element.append(...children)
    return element
  }

  const text = make('span')
  const launcher = make('button', text, make('b'))
  launcher.part = 'launcher'
  const closer = make('button', close)
  const frame = make('div', closer, settings.name)
  const host = make('deskbell-launcher' as 'div')
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`${loaderStyles}:host{${settings.css}}`)
  root.adoptedStyleSheets = [sheet]
  root.append(launcher, frame)
  host.lang = lang

  const load = async <Mounted>(file: string): Promise<PageModule<Mounted>> => {
    const url = new URL(`assets/${file}`, src) as unknown as string
    // A browser remembers a module that did not come, so it is fetched before it is asked for.
    if (!(await fetch(url)).ok) throw file
    return import(/* @vite-ignore */ url)
  }

  // Later, not at once: a page that takes the launcher away each time must not hang.
  const observer = new MutationObserver(() => setTimeout(attach))
  const attach = (): void => {
    if (!host.isConnected) document.body?.append(host)
    for (const node of [document, document.documentElement, document.body])
      if (node) observer.observe(node, { childList: true })
  }

  const page: Page = {
    src,
    settings,
    root,
    life: new AbortController(),
    observer,
    calls: [],
    open: false,
    apply() {
      const said = trouble || settings.label || ''
      text.textContent = said
      launcher.ariaLabel = said || title
      launcher.className = trouble && 'dead'
      launcher.hidden = page.open || (settings.hideLauncher as boolean)
      frame.hidden = !page.open
      host.className = settings.position!
      for (const name of ['color', 'theme', 'radius', 'font', 'icon', 'x', 'y'] as const)
        host.style.setProperty(`--deskbell-${name}`, settings[name] ?? '')
    },
    emit(event, detail) {
      dispatchEvent(new CustomEvent(`deskbell:${event}`, { detail }))
    },
    show(open) {
      if (page.open === open) return
      page.open = open
      page.apply()
      ;(open ? closer : launcher).focus()
      page.emit(open ? 'open' : 'close')
    },
    async mount(file) {
      return (await load<never>(file)).mount(page)
    },
    async run(...call) {
      trouble = ''
      page.show(true)
      try {
        page.panel ??= page.mount(settings.panel)
        ;(await page.panel).run(call)
      } catch (error) {
        page.panel = null
        trouble = unreachable
        page.show(false)
        page.emit('error', error)
      }
    },
  }

  const take = (...call: Call): unknown => {
    const [command, event, listener] = call as [string, string, (detail: unknown) => void]
    if (command === 'on') {
      const heard = (fact: Event): void => listener((fact as CustomEvent).detail)
      addEventListener(`deskbell:${event}`, heard, page.life)
      return () => removeEventListener(`deskbell:${event}`, heard)
    }
    const kind = OPENS_OR_WAITS.exec(`${call}`)
    if (kind?.[1]) return void page.run(...call)
    page.calls.push(call)
    if (!kind) page.api ??= page.mount(settings.api).catch(() => {})
  }
  const deskbell = new Proxy(take as Deskbell, {
    // Any command is a method, but for the one that would make a promise of it.
    get: (own, name: string) =>
      own[name] ?? (name !== 'then' && ((...args: unknown[]) => take(name, ...args))),
  })
  document.deskbell = deskbell
  deskbell.ready = Promise.resolve(deskbell)
  if (!theirs || theirs.q) window.Deskbell = deskbell

  launcher.onpointerenter = launcher.onfocus = () => {
    if (!navigator.connection?.saveData) load(settings.panel).catch(() => {})
  }
  launcher.onclick = () => {
    page.run('open')
  }
  closer.onclick = () => page.show(false)
  addEventListener(
    'click',
    (event) => {
      for (const { dataset } of event.composedPath() as HTMLElement[]) {
        const view = dataset?.deskbellOpen
        if (view === undefined || event.metaKey || event.ctrlKey || event.shiftKey) continue
        event.preventDefault()
        page.run('show', view)
      }
    },
    page.life,
  )
  page.apply()
  attach()
  // A body that is transformed, filtered or contained would take along what is fixed when it scrolls.
  requestAnimationFrame(() => host.offsetParent && document.documentElement.append(host))
  for (const call of theirs?.q ?? []) take(...(call as Iterable<string> as [string]))
  setTimeout(() => {
    // Known to have an open conversation: see known-visitor.ts.
    if (/deskbell=/.test(document.cookie)) page.panel ??= page.mount(settings.panel)
    else if (settings.idle) page.mount(settings.idle)
  }, 2000)
}

const script = (document.currentScript ??
  document.querySelector('script[src*="widget/embed"]')) as HTMLScriptElement | null
// A page that carries the tag twice has one widget.
if (script && !document.deskbell) start(script, window.Deskbell)
