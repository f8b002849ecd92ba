// Defines <deskbell-knowledge> and its parts.

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

customElements.define('deskbell-article-list', ArticleList)
customElements.define('deskbell-article-versions', ArticleVersions)
customElements.define('deskbell-article-votes', ArticleVotes)
customElements.define('deskbell-article-editor', ArticleEditor)
customElements.define('deskbell-topic-tree', TopicTree)
customElements.define('deskbell-article-imports', ArticleImports)
customElements.define('deskbell-question-review', QuestionReview)
customElements.define('deskbell-synonym-lists', SynonymLists)
customElements.define('deskbell-missing-answers', MissingAnswers)
customElements.define('deskbell-knowledge', KnowledgePage)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-knowledge': KnowledgePage
  }
}
