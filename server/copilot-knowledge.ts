// What the copilot needs of the knowledge rooms: articles for a query, where customers read them, and a new draft.

import { NewArticle } from '../sdk/protocol/article-admin.ts'
import type { Audit } from './accounts/audit.service.ts'
import type { AgentPrincipal } from './accounts/principal.ts'
import type { FoundArticle } from './assistant/copilot/copilot.service.ts'
import type { ArticleText } from './assistant/copilot/copilot-article.ts'
import { publicArticleUrl } from './help-centre/help-addresses.ts'
import type { ArticleAdmin } from './knowledge/articles/article-admin.service.ts'
import type { Search } from './knowledge/search.service.ts'
import { parse } from './platform/parse.ts'
import type { Sites } from './sites/site.service.ts'

/** Passages looked at: several may be of one article. */
const PASSAGES = 24

export interface CopilotKnowledgeDeps {
  search: Pick<Search, 'passages'>
  articleAdmin: Pick<ArticleAdmin, 'create'>
  audit: Pick<Audit, 'record'>
  sites: Pick<Sites, 'get' | 'list'>
  publicUrl: string
}

export function createCopilotKnowledge({
  search,
  articleAdmin,
  audit,
  sites,
  publicUrl,
}: CopilotKnowledgeDeps) {
  return {
    async findArticles(
      { workspaceId, siteId, locale }: { workspaceId: string; siteId: string; locale: string | null },
      query: string,
      limit: number,
    ): Promise<FoundArticle[]> {
      const { passages } = await search.passages(workspaceId, query, { siteId, locale, limit: PASSAGES })
      const firsts = passages.filter(
        ({ slug }, at) => passages.findIndex((other) => other.slug === slug) === at,
      )
      return firsts.slice(0, limit).map(({ articleId: id, slug, title, text, passage }) => ({
        id,
        slug,
        title,
        text,
        passage,
      }))
    },

    async articleUrl(siteId: string, slug: string, passage: string | null): Promise<string> {
      const site = await sites.get(siteId)
      const [first] = site ? await sites.list(site.workspaceId) : []
      const key = site && first?.id !== site.id ? site.key : null
      return publicArticleUrl(publicUrl, key, slug, passage)
    },

    /** A draft in the agent's name. */
    async createArticle(agent: AgentPrincipal, text: ArticleText & { locale: string }) {
      const { workspaceId, id: agentId } = agent
      const note = 'Drafted from a conversation'
      const article = await articleAdmin.create(
        { workspaceId, agentId },
        parse(NewArticle, { ...text, note }),
      )
      const { id, slug, title, version, state } = article
      await audit.record({
        workspaceId,
        agentId,
        action: 'article.created',
        data: { article_id: id, slug, version, state },
      })
      return { id, slug, title }
    },
  }
}
