// Topics as a choice and as a path, from the flat list the server gives.

import { html, type TemplateResult } from 'lit'
import type { AdminCategory } from '../../protocol/article-category.ts'

type Topic = Pick<AdminCategory, 'id' | 'parent_id' | 'name'>

/** From the top down, the topic itself last; a circle in the data ends where it closes. */
export function topicTrail(topics: readonly Topic[], id: string | null): Topic[] {
  const trail: Topic[] = []
  for (let at = topics.find((topic) => topic.id === id); at && !trail.includes(at); ) {
    trail.unshift(at)
    const { parent_id } = at
    at = topics.find((topic) => topic.id === parent_id)
  }
  return trail
}

export const topicPath = (topics: readonly Topic[], id: string | null): string =>
  topicTrail(topics, id)
    .map(({ name }) => name)
    .join(' / ')

export const topicOptions = (topics: readonly Topic[], chosen: string | null): TemplateResult[] =>
  topics.map(
    (topic) =>
      html`<option value=${topic.id} ?selected=${topic.id === chosen}>${topicPath(topics, topic.id)}</option>`,
  )
