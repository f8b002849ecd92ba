// Search and article, one chunk: who opens the one goes on to the other.

import { html } from 'lit'
import '../sdk/elements/article/article.define.ts'
import '../sdk/elements/help/help.define.ts'
import type { DrawView } from './views.ts'

export const helpView: DrawView<'help'> = ({ query, category }) =>
  html`<deskbell-help .query=${query ?? ''} .category=${category ?? null}></deskbell-help>`

export const articleView: DrawView<'article'> = ({ slug, passage, query }) =>
  html`<deskbell-article .slug=${slug} .passage=${passage ?? null} .query=${query ?? ''}></deskbell-article>`
