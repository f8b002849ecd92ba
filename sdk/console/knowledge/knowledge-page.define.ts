// Defines <deskbell-knowledge>, <deskbell-article-beside> and their parts: a chunk of its own.

import { ArticleBeside } from './article-beside.ts'
import { ArticleConflict } from './article-conflict.ts'
import { ArticleEditor } from './article-editor.ts'
import { ArticleImports } from './article-imports.ts'
import { ArticleList } from './article-list.ts'
import { ArticleVersions } from './article-versions.ts'
import { ArticleVotes } from './article-votes.ts'
import { KnowledgePage } from './knowledge-page.ts'
import { MissingAnswers } from './missing-answers.ts'
import { QuestionReview } from './question-review.ts'
import { SynonymLists } from './synonym-lists.ts'
import { TopicTree } from './topic-tree.ts'

const define = (name: string, element: CustomElementConstructor): void => {
  if (!customElements.get(name)) customElements.define(name, element)
}
define('deskbell-article-list', ArticleList)
define('deskbell-article-versions', ArticleVersions)
define('deskbell-article-votes', ArticleVotes)
define('deskbell-article-conflict', ArticleConflict)
define('deskbell-article-editor', ArticleEditor)
define('deskbell-topic-tree', TopicTree)
define('deskbell-article-imports', ArticleImports)
define('deskbell-question-review', QuestionReview)
define('deskbell-synonym-lists', SynonymLists)
define('deskbell-missing-answers', MissingAnswers)
define('deskbell-knowledge', KnowledgePage)
define('deskbell-article-beside', ArticleBeside)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-knowledge': KnowledgePage
    'deskbell-article-beside': ArticleBeside
  }
}
