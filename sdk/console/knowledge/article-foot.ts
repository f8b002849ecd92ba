// What can be done with an article, at the foot of its editor; only what can be done now is offered.

import { html, nothing, type TemplateResult } from 'lit'
import type { AdminArticle } from '../../protocol/article-admin.ts'
import { type ArticleFields, changeOf, isChanged, TEXT_FIELDS } from './article-draft.ts'

type Act = () => void

export interface ArticleFoot {
  saved: AdminArticle | null
  fields: ArticleFields
  /** May publish, archive and delete. */
  manages: boolean
  busy: boolean
  discard: Act
  save: Act
  publish: Act
  unpublish: Act
  archive: Act
  bringBack: Act
  remove: Act
}

export function articleFoot(foot: ArticleFoot): TemplateResult {
  const { saved, fields, manages, busy } = foot
  const changed = isChanged(saved, fields)
  const hasNewText =
    !saved || Object.keys(changeOf(saved, fields)).some((key) => TEXT_FIELDS.includes(key as never))
  const isLive = saved?.state === 'published'
  const publishable = manages && saved?.state !== 'archived' && (changed || !isLive || saved?.has_draft)
  const bare = (name: string, act: Act) =>
    html`<button class="button bare" type="button" ?disabled=${busy} @click=${act}>${name}</button>`
  return html`<footer><p class="grow hint" role="status">${said({ saved, changed, waits: isLive && hasNewText })}</p>
    ${changed ? bare('Discard', foot.discard) : nothing}
    ${
      manages && saved && !changed
        ? [
            isLive ? bare('Unpublish', foot.unpublish) : nothing,
            saved.state === 'archived' ? bare('Bring back', foot.bringBack) : bare('Archive', foot.archive),
            bare('Delete', foot.remove),
          ]
        : nothing
    }
    <button class="button" type="button" ?disabled=${!changed || busy} @click=${foot.save}
      >${busy ? 'Saving' : isLive && hasNewText ? 'Save draft' : 'Save'} <kbd>⌘S</kbd></button>
    ${
      publishable
        ? html`<button class="button solid" type="button" ?disabled=${busy || !fields.body.trim()} @click=${foot.publish}>Publish</button>`
        : nothing
    }
  </footer>`
}

function said({
  saved,
  changed,
  waits,
}: {
  saved: AdminArticle | null
  changed: boolean
  waits: boolean
}): string {
  if (!changed) return saved?.has_draft ? 'Customers see an older version.' : ''
  return waits ? 'Not saved. Customers see it once you publish.' : 'Not saved.'
}
