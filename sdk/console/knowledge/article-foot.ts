// What can be done with an article, at the foot of its editor; only what can be done now is offered.

import { html, nothing, type TemplateResult } from 'lit'
import type { AdminArticle } from '../../protocol/article-admin.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import { keyCaps } from '../keys/key-caps.ts'
import { type ArticleFields, changeOf, isChanged, TEXT_FIELDS } from './article-draft.ts'

type Act = () => void

export interface ArticleFoot {
  saved: AdminArticle | null
  fields: ArticleFields
  /** May publish, archive and delete. */
  manages: boolean
  busy: boolean
  t: ConsoleTranslate
  discard: Act
  save: Act
  publish: Act
  unpublish: Act
  archive: Act
  bringBack: Act
  remove: Act
}

export function articleFoot(foot: ArticleFoot): TemplateResult {
  const { saved, fields, manages, busy, t } = foot
  const changed = isChanged(saved, fields)
  const hasNewText =
    !saved || Object.keys(changeOf(saved, fields)).some((key) => TEXT_FIELDS.includes(key as never))
  const isLive = saved?.state === 'published'
  const publishable = manages && saved?.state !== 'archived' && (changed || !isLive || saved?.has_draft)
  const bare = (name: string, act: Act) =>
    html`<button class="button bare" type="button" ?disabled=${busy} @click=${act}>${name}</button>`
  return html`<footer><p class="grow hint" role="status">${said({ saved, changed, waits: isLive && hasNewText, t })}</p>
    ${changed ? bare(t('articles.discard'), foot.discard) : nothing}
    ${
      manages && saved && !changed
        ? [
            isLive ? bare(t('articles.unpublish'), foot.unpublish) : nothing,
            saved.state === 'archived'
              ? bare(t('articles.bring_back'), foot.bringBack)
              : bare(t('articles.archive'), foot.archive),
            bare(t('articles.delete'), foot.remove),
          ]
        : nothing
    }
    <button class="button" type="button" ?disabled=${!changed || busy} @click=${foot.save}
      >${t(busy ? 'articles.saving' : isLive && hasNewText ? 'articles.save_draft' : 'articles.save')} ${keyCaps('mod+s')}</button>
    ${
      publishable
        ? html`<button class="button solid" type="button" ?disabled=${busy || !fields.body.trim()} @click=${foot.publish}>${t('articles.publish')}</button>`
        : nothing
    }
  </footer>`
}

function said({
  saved,
  changed,
  waits,
  t,
}: {
  saved: AdminArticle | null
  changed: boolean
  waits: boolean
  t: ConsoleTranslate
}): string {
  if (!changed) return saved?.has_draft ? t('articles.older_seen') : ''
  return waits ? t('articles.not_saved.publish') : t('articles.not_saved.short')
}
