// What of a web page is its article: menus, banners and hidden things go, the answers a page folds away stay.

import { Readability } from '@mozilla/readability'

const HEADINGS = 'h1,h2,h3,h4,h5,h6'
/** Never content, and what a help centre says around it. */
const DROPPED =
  'script,style,noscript,template,iframe,object,embed,input,select,textarea,dialog,nav,[role=navigation],[role=banner],[role=contentinfo],[role=dialog],[role=alertdialog]'
const UNSEEN = '[hidden],[aria-hidden=true],[style*="display:none" i],[style*="display: none" i]'
/** Named so, a part is what every page has around its text; a heading within speaks against it. */
const FURNITURE =
  /(?:^|[\s_-])(?:cookies?|consent|breadcrumbs?|feedback|newsletter|skip-?link|article-votes|(?:was-?this-?)?helpful|related(?:-?articles?)?)(?=$|[\s_-])/i
/** A part that holds so much of the text is no furniture, whatever it is called. */
const MOST = 0.5
const MOST_LABEL = 40

const lengthOf = (element: Element | null): number => (element?.textContent ?? '').trim().length

function isMost(element: Element, all: Element): boolean {
  return lengthOf(element) >= lengthOf(all) * MOST
}

/** Panels that a button of the text opens: a list of questions and answers, tabs. */
function foldedIds(document: Document): Set<string> {
  const ids = new Set<string>()
  for (const opener of document.querySelectorAll('[aria-controls]'))
    if (!opener.closest('header'))
      for (const id of (opener.getAttribute('aria-controls') ?? '').split(/\s+/)) if (id) ids.add(id)
  return ids
}

function retag(document: Document, element: Element, tag: string): void {
  const next = document.createElement(tag)
  next.append(...element.childNodes)
  element.replaceWith(next)
}

/** A question that opens its answer is a heading; every other button is none of the text. */
function settleButtons(document: Document, folded: ReadonlySet<string>): void {
  const opens = (button: Element): boolean =>
    (button.getAttribute('aria-controls') ?? '').split(/\s+/).some((id) => {
      const panel = folded.has(id) ? document.getElementById(id) : null
      return panel !== null && lengthOf(panel) > 0
    })
  for (const button of document.querySelectorAll('button,[role=button],[role=tab]')) {
    if (button.closest(`${HEADINGS},summary`)) button.replaceWith(...button.childNodes)
    else if (opens(button)) retag(document, button, 'h3')
    else if (button.matches('button')) button.remove()
  }
}

/** Mostly for what a page says nothing of itself: takes the parts out that are not its text. */
export function clearPage(document: Document): void {
  const all = document.body ?? document.documentElement
  for (const element of document.querySelectorAll(DROPPED)) element.remove()
  const folded = foldedIds(document)
  for (const element of document.querySelectorAll(UNSEEN))
    if (!folded.has(element.id) && element.getAttribute('role') !== 'tabpanel') element.remove()
  settleButtons(document, folded)
  // Some servers wrap the whole page into a form.
  for (const form of document.querySelectorAll('form'))
    if (isMost(form, all) || form.querySelector('main,article,h1')) form.replaceWith(...form.childNodes)
    else form.remove()
  for (const element of document.querySelectorAll('[class],[id]')) {
    const names = `${element.getAttribute('class') ?? ''} ${element.id}`
    if (!FURNITURE.test(names) || element.matches(`html,body,main,article,${HEADINGS}`)) continue
    if (!element.querySelector('main,article,h1') && !isMost(element, all)) element.remove()
  }
  for (const element of document.querySelectorAll('[role=heading]'))
    if (!element.matches(HEADINGS)) {
      const level = Number(element.getAttribute('aria-level'))
      retag(document, element, level >= 1 && level <= 6 ? `h${level}` : 'h2')
    }
  // The line that says when it was written, and in how many minutes it is read.
  for (const time of document.querySelectorAll('time')) {
    const line = time.closest('p,div,span,header,li') ?? time
    if (lengthOf(line) <= MOST_LABEL) line.remove()
  }
}

/** A page that marks its content is taken at its word; of others the densest part is looked for. */
export function contentOf(document: Document): string | undefined {
  const main = document.querySelector('main,[role=main]')
  const articles = document.querySelectorAll('article')
  // One article beside more text is a teaser.
  const marked = articles.length === 1 && (!main || isMost(articles[0]!, main)) ? articles[0] : main
  if (marked && lengthOf(marked) > 0) return marked.innerHTML
  return new Readability(document, { charThreshold: 0 }).parse()?.content ?? undefined
}
