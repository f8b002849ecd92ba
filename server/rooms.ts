// The rooms of a node, built in rank order: each gets what it needs and no more. Opens no port and no socket.

import path from 'node:path'
import type { Actor } from '../sdk/protocol/actor.ts'
import { createAgents } from './accounts/agent.service.ts'
import { createAudit } from './accounts/audit.service.ts'
import { createCredentials } from './accounts/credential.service.ts'
import { createDepartments } from './accounts/department.service.ts'
import { createLoginLinks } from './accounts/login-link.service.ts'
import { createPasswords } from './accounts/password.ts'
import { createSessions } from './accounts/session.service.ts'
import { createWorkspaces } from './accounts/workspace.service.ts'
import { createActionRooms } from './action-rooms.ts'
import { createAllowance } from './assistant/allowance.ts'
import { createAssistant } from './assistant/assistant.service.ts'
import { handoffWords, reviewWords } from './assistant/assistant-words.ts'
import { createCopilot } from './assistant/copilot/copilot.service.ts'
import { createCopilotModel } from './assistant/copilot/copilot-model.ts'
import { createDrafts } from './assistant/drafts/draft.service.ts'
import { createDraftLearning } from './assistant/drafts/draft-learning.ts'
import { createDraftList } from './assistant/drafts/draft-list.ts'
import { registerDraftRewriting } from './assistant/drafts/draft-rewriting.ts'
import { createCases } from './assistant/evaluation/case.service.ts'
import { createCaseRuns } from './assistant/evaluation/case-run.service.ts'
import { createCorrections } from './assistant/evaluation/correction.service.ts'
import { createFloors } from './assistant/evaluation/floor.service.ts'
import { createHandoffNotes } from './assistant/handoff-note.ts'
import { createLanguageModel } from './assistant/model/model.ts'
import { redact } from './assistant/pipeline/redact.ts'
import { createThinking } from './assistant/pipeline/think.ts'
import { createRehearsal } from './assistant/rehearse.ts'
import { createRuns } from './assistant/run.service.ts'
import { createRunLog } from './assistant/run-log.service.ts'
import { createAssistantSettings } from './assistant/settings.service.ts'
import { createRetrieval } from './assistant-retrieval.ts'
import type { Config } from './config.ts'
import { createContacts } from './contacts/contact.service.ts'
import { createContactActivity } from './contacts/contact-activity.service.ts'
import { createIdentities } from './contacts/identity.service.ts'
import { createVerifications } from './contacts/verification.service.ts'
import { createVisitorSessions } from './contacts/visitor-session.service.ts'
import type { OwnerOf } from './conversations/access.ts'
import { createAssignments } from './conversations/assignment.service.ts'
import { createAttachments } from './conversations/attachment.service.ts'
import { createAttachmentAccess } from './conversations/attachment-access.ts'
import { createAttachmentLinks } from './conversations/attachment-links.ts'
import { createAttachmentUpload } from './conversations/attachment-upload.ts'
import { createConversations } from './conversations/conversation.service.ts'
import { createGrants } from './conversations/conversation-grant.ts'
import { createConversationLog } from './conversations/conversation-log.ts'
import { createConversationMove } from './conversations/conversation-move.ts'
import { createConversationViews } from './conversations/conversation-view.ts'
import { createEdits } from './conversations/edit.service.ts'
import { createHandoff } from './conversations/handoff.service.ts'
import { createInbox } from './conversations/inbox.service.ts'
import { createMessages } from './conversations/message.service.ts'
import { createReading } from './conversations/reading.service.ts'
import { createSiteQuestions } from './conversations/site-questions.ts'
import { createTickets } from './conversations/ticket.service.ts'
import { createTicketMail } from './conversations/ticket-mail.ts'
import { createTranscripts } from './conversations/transcript.service.ts'
import { createCopilotKnowledge } from './copilot-knowledge.ts'
import { createEscalatedChats } from './escalated/escalated-chat.service.ts'
import { createGuestProof } from './escalated/guest-proof.ts'
import { createTypingWatch } from './escalated/typing-watch.ts'
import { createHelpCentre } from './help-centre/help-centre.service.ts'
import { createArticles } from './knowledge/article.service.ts'
import { createArticleAdmin } from './knowledge/articles/article-admin.service.ts'
import { createArticleExport } from './knowledge/articles/article-export.ts'
import { createArticleReading } from './knowledge/articles/article-reading.service.ts'
import { createCategoryAdmin } from './knowledge/articles/category-admin.service.ts'
import { createCategories } from './knowledge/category.service.ts'
import { createImports } from './knowledge/imports/import.service.ts'
import { handleImports } from './knowledge/imports/import-job.ts'
import { createEmbeddings } from './knowledge/meaning/embedding-client.ts'
import { createMeaning } from './knowledge/meaning/meaning.service.ts'
import { createMemory } from './knowledge/memory/memory.service.ts'
import { createMemorySources } from './knowledge/memory/memory-sources.ts'
import { createMissedSearches } from './knowledge/missed/missed.service.ts'
import { createSearch } from './knowledge/search.service.ts'
import { createOwnSynonyms } from './knowledge/synonym.service.ts'
import type { Bus } from './platform/bus/bus.ts'
import { createPeers } from './platform/bus/peers.ts'
import { createSharedMap } from './platform/bus/shared-map.ts'
import type { Database } from './platform/database/database.ts'
import { createPictures } from './platform/files/picture.ts'
import { createSocketCounts } from './platform/hub/socket-counts.ts'
import { createJobs } from './platform/jobs/jobs.ts'
import type { Log } from './platform/log.ts'
import { createMail } from './platform/mail/mail.service.ts'
import { createPrintTransport, createSmtpTransport } from './platform/mail/mail-transport.ts'
import type { Metrics } from './platform/metrics.ts'
import { createOutbound } from './platform/outbound/outbound-fetch.ts'
import { Problem } from './platform/problem.ts'
import { createSigning } from './platform/signing.ts'
import { createLocalStorage } from './platform/storage/local-storage.ts'
import { createScratches } from './platform/storage/scratch.ts'
import { createAvailability } from './routing/availability.service.ts'
import { createPresence, type Seat } from './routing/presence.ts'
import { createWaitEstimate } from './routing/wait-estimate.ts'
import { createIdentityKeys } from './sites/identity-key.service.ts'
import { createIdentityTokens } from './sites/identity-token.ts'
import { createSites } from './sites/site.service.ts'

export interface RoomsDeps {
  config: Config
  db: Database
  databaseUrl: string
  /** Closed with the rooms. */
  bus: Bus
  log: Log
  metrics: Pick<Metrics, 'job' | 'mail' | 'embedding'>
  clock?: () => Date
}

function mailTransport({ mail }: Config, log: Log) {
  if (!mail) return null
  return mail.url ? createSmtpTransport({ url: mail.url, from: mail.from }) : createPrintTransport({ log })
}

export function createRooms({
  config,
  db,
  databaseUrl,
  bus,
  log,
  metrics,
  clock = () => new Date(),
}: RoomsDeps) {
  const jobs = createJobs({ db, url: databaseUrl, log, onRun: metrics.job })
  const mail = createMail({ db, jobs, log, transport: mailTransport(config, log), onMail: metrics.mail })
  const peers = createPeers({ bus })
  const seats = createSharedMap<Seat>({ name: 'presence', bus, peers })
  const sockets = createSharedMap<number>({ name: 'sockets', bus, peers })
  const socketCounts = bus.isShared ? createSocketCounts(sockets) : undefined
  // Presence ranks higher but leans on nothing: what lies below is handed its answers, not its code.
  const presence = createPresence({ bus, seats })
  const estimate = createWaitEstimate({ db, bus })

  const workspaces = createWorkspaces({ db })
  const agents = createAgents({ db, bus, effective: presence.effective })
  const departments = createDepartments({ db })
  const passwords = createPasswords()
  const credentials = createCredentials({ db, passwords })
  const sessions = createSessions({ db, bus })
  const links = createLoginLinks({ db })
  const audit = createAudit({ db })
  const sites = createSites({ db, bus, log })
  const contacts = createContacts({ db, bus })
  const visitorSessions = createVisitorSessions({ db, bus, contacts, clock })
  const contactActivity = createContactActivity({ db })
  const identityKeys = createIdentityKeys({ db })
  const identityTokens = createIdentityTokens({ keys: identityKeys, clock })
  const identities = createIdentities({
    db,
    bus,
    keys: identityKeys,
    visitorSessions,
    // Conversations rank higher, so what becomes of them is handed in.
    moveConversations: createConversationMove({ db }),
  })

  const agentActor = async (workspaceId: string, agentId: string): Promise<Actor> => {
    const { id, kind, name } = await agents.get(workspaceId, agentId)
    return { id, kind, name }
  }
  /** Who has it; null also for one who was disabled since, as nobody answers then. */
  const ownerOf: OwnerOf = async ({ workspace_id, assignee_id }) => {
    if (!assignee_id) return null
    return agentActor(workspace_id, assignee_id).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'agent-not-found') return null
      throw error
    })
  }
  const assistantOf = async (workspaceId: string): Promise<Actor | null> => {
    const agent = await agents.assistantOf(workspaceId)
    return agent && { id: agent.id, kind: agent.kind, name: agent.name }
  }
  const assistantOn = async (workspaceId: string, siteId: string): Promise<Actor | null> => {
    const site = await sites.get(siteId)
    return site?.assistantEnabled ? assistantOf(workspaceId) : null
  }
  const staffing = { isStaffed: presence.isStaffed, estimatedWait: estimate.estimatedWait }

  const conversationLog = createConversationLog({ db, bus })
  const views = createConversationViews({ db, staffing })
  const signing = createSigning({ db })
  const files = path.join(config.dataDir, 'attachments')
  const storage = createLocalStorage({ dir: files })
  const scratches = createScratches({ dir: path.join(files, 'incoming') })
  const attachments = createAttachments({ db, jobs, storage, scratches, clock })
  const attachmentLinks = createAttachmentLinks({ db, storage, signing, clock, publicUrl: config.publicUrl })
  const attachmentUpload = createAttachmentUpload({
    db,
    log,
    storage,
    scratches,
    pictures: createPictures(),
  })
  const attachmentAccess = createAttachmentAccess({
    db,
    takesFiles: async (siteId, channel) => (await sites.get(siteId))?.settings[channel].attachments ?? false,
  })
  const messages = createMessages({ log: conversationLog, clock, ownerOf, attachments })
  const edits = createEdits({ db, log: conversationLog, attachments })
  const handoff = createHandoff({
    log: conversationLog,
    clock,
    staffing,
    ownerOf,
    assistantOn,
    words: handoffWords,
    department: departments.get,
  })
  const assignments = createAssignments({
    log: conversationLog,
    handoff,
    clock,
    agentActor,
    ownerOf,
    department: departments.get,
  })
  const conversations = createConversations({
    log: conversationLog,
    handoff,
    contacts,
    clock,
    assistantOn,
    checkDepartment: departments.get,
    questions: createSiteQuestions({ log: conversationLog, siteOf: sites.get }),
    attachments,
    ticketMail: createTicketMail({ mail, site: sites.get }),
  })
  const verifications = createVerifications({
    db,
    jobs,
    mail,
    siteName: async (siteId) => (await sites.get(siteId))?.name ?? '',
    hasTickets: (scope) => tickets.hasAny(scope),
  })
  const grants = createGrants({ db })
  const reading = createReading({ db, bus, log: conversationLog, views })
  const inbox = createInbox({ db, views })
  const transcripts = createTranscripts({
    log: conversationLog,
    views,
    mail,
    articleUrl: (siteId, slug, passage) => helpCentre.articleUrl(siteId, slug, passage),
  })
  const tickets = createTickets({
    db,
    log: conversationLog,
    contacts,
    conversations,
    messages,
    views,
    links: attachmentLinks,
    grants,
    verifications,
  })

  const articles = createArticles({ db, bus, clock })
  const categories = createCategories({ db, bus, clock })
  const articleReading = createArticleReading({ db, clock })
  const articleAdmin = createArticleAdmin({ db, bus, jobs, reading: articleReading, clock })
  const categoryAdmin = createCategoryAdmin({ db, bus })
  const articleExport = createArticleExport({ db, categoryAdmin })
  const meaning =
    config.embeddings &&
    createMeaning({ db, bus, jobs, log, metrics, clock, embeddings: createEmbeddings(config.embeddings) })
  const search = createSearch({ db, bus, meaning })
  // What names a person is the AI agent's knowledge, which ranks higher.
  const memory = createMemory({ db, bus, clock, redact: (text) => redact(text) })
  const missed = createMissedSearches({
    db,
    log,
    clock,
    redact: (text) => redact(text),
    confidence: async ({ workspaceId, query, locale, siteId }) =>
      (await search.passages(workspaceId, query, { locale, limit: 1, siteId })).confidence,
  })
  const memorySources = createMemorySources({
    db,
    bus,
    log,
    memory,
    found: async (workspaceId, query, locale) =>
      (await search.search(workspaceId, query, { locale, limit: 3 })).articles.map(({ slug }) => slug),
  })
  const ownSynonyms = createOwnSynonyms({ db, bus, clock })
  const helpCentre = createHelpCentre({
    db,
    bus,
    log,
    sites,
    articles,
    search,
    publicUrl: config.publicUrl,
    clock,
  })
  const availability = createAvailability({ presence, estimate, clock })

  const outbound = createOutbound({ allow: config.outboundAllow })
  const imports = createImports({ db, jobs, clock })
  handleImports({ db, jobs, imports, articles, categoryAdmin, outbound, clock })
  const actionRooms = createActionRooms({
    db,
    jobs,
    conversationLog,
    clock,
    log,
    outbound,
    allow: config.outboundAllow,
  })

  const model =
    config.models.length > 0
      ? createLanguageModel({
          providers: config.models,
          clock,
          onFailure: (provider, { kind, message }) =>
            log.warn({ provider, kind, reason: message }, 'assistant: a model failed'),
        })
      : null
  const drafts = createDrafts({
    db,
    log: conversationLog,
    jobs,
    clock,
    handoff,
    assistantOf,
    hasModel: model !== null,
    words: ({ locale, workspace_id, reference }) =>
      reviewWords(locale, { staffed: presence.isStaffed(workspace_id), reference }),
    learn: createDraftLearning({ db, log, memory }),
  })
  const allowance = createAllowance({ db })
  const runs = createRuns({ db, prices: config.modelPrices })
  const runLog = createRunLog({ db, jobs, clock })
  const assistantSettings = createAssistantSettings({ db, bus, log, clock })
  const thinking = createThinking({
    retrieval: createRetrieval({ search }),
    model,
    allowance,
    oftenAsked: async ({ workspaceId, siteId }, locale, limit) =>
      (await articles.popular(workspaceId, locale, { siteId, limit })).map(({ title }) => title),
  })
  const siteFacts = async (siteId: string) => {
    const site = await sites.get(siteId)
    if (!site) throw new Problem('site-not-found')
    return { workspaceId: site.workspaceId, name: site.name, helpHosts: [new URL(config.publicUrl).hostname] }
  }
  const rehearse = createRehearsal({ thinking, settingsOf: assistantSettings.of, siteFacts })
  const cases = createCases({ db, clock })
  const corrections = createCorrections({
    db,
    bus,
    log,
    conversationLog,
    cases,
    articles: articleAdmin,
    memory,
    settingsOf: assistantSettings.of,
    clock,
  })
  const copilotKnowledge = createCopilotKnowledge({
    search,
    articleAdmin,
    audit,
    sites,
    publicUrl: config.publicUrl,
  })
  const copilot = createCopilot({
    model: createCopilotModel({ model, allowance, runs }),
    retrieval: createRetrieval({ search }),
    rehearse,
    runs,
    views,
    conversationLog,
    settingsOf: assistantSettings.of,
    departmentsOf: departments.list,
    ...copilotKnowledge,
    clock,
  })
  registerDraftRewriting({
    db,
    jobs,
    log,
    conversationLog,
    drafts,
    assistantOf,
    rehearse: (row, turns, instruction) =>
      rehearse({
        workspaceId: row.workspace_id,
        siteId: row.site_id,
        turns,
        locale: row.locale,
        pageUrl: row.page?.url ?? null,
        departmentId: row.department_id,
        instruction,
      }),
  })
  const assistant = createAssistant({
    db,
    bus,
    log,
    jobs,
    conversationLog,
    messages,
    handoff,
    thinking,
    runs,
    allowance,
    drafts,
    toolsFor: actionRooms.toolsFor,
    assistantOf,
    siteFacts,
    settingsOf: assistantSettings.of,
  })

  createHandoffNotes({ jobs, conversationLog, assistantOf, summaryOf: copilot.summaryOf })

  const typing = createTypingWatch({ bus, clock })
  const escalated = {
    chats: createEscalatedChats({
      contacts,
      conversations,
      messages,
      log: conversationLog,
      views,
      grants,
      checkDepartment: departments.get,
      bus,
      typing,
    }),
    prove: createGuestProof({ verifications }),
    departmentsOf: departments.list,
  }

  return {
    bus,
    jobs,
    mail,
    peers,
    socketCounts,
    presence,
    estimate,
    workspaces,
    agents,
    departments,
    credentials,
    sessions,
    links,
    audit,
    sites,
    contacts,
    visitorSessions,
    contactActivity,
    identityKeys,
    identityTokens,
    identities,
    conversationLog,
    views,
    messages,
    edits,
    handoff,
    assignments,
    conversations,
    reading,
    inbox,
    tickets,
    escalated,
    transcripts,
    verifications,
    grants,
    signing,
    attachments,
    attachmentLinks,
    attachmentUpload,
    attachmentAccess,
    articles,
    articleReading,
    articleAdmin,
    categoryAdmin,
    articleExport,
    imports,
    categories,
    search,
    memory,
    missed,
    ownSynonyms,
    helpCentre,
    availability,
    outbound,
    ...actionRooms,
    assistant,
    drafts,
    copilot,
    draftList: createDraftList({ db }),
    assistantOf,
    assistantSettings,
    allowance,
    runs,
    runLog,
    thinking,
    rehearse,
    cases,
    caseRuns: createCaseRuns({ db, jobs, rehearse, clock }),
    corrections,
    floors: createFloors({ db, settingsOf: assistantSettings.of }),
    async close(): Promise<void> {
      assistant.close()
      corrections.close()
      typing.close()
      await jobs.close()
      mail.close()
      estimate.close()
      helpCentre.close()
      missed.close()
      memorySources.close()
      meaning?.close()
      search.close()
      await articles.close()
      presence.close()
      for (const map of [seats, sockets]) map.close()
      peers.close()
      await bus.close()
    },
  }
}

export type Rooms = ReturnType<typeof createRooms>
