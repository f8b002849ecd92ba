// The rooms of a node, built in rank order: each gets what it needs and no more. Opens no port and no socket.

import path from 'node:path'
import { createAgents } from './accounts/agent.service.ts'
import { createAudit } from './accounts/audit.service.ts'
import { createCredentials } from './accounts/credential.service.ts'
import { createDepartments } from './accounts/department.service.ts'
import { createLoginLinks } from './accounts/login-link.service.ts'
import { createPasswords } from './accounts/password.ts'
import { createSessions } from './accounts/session.service.ts'
import { createWorkspaces } from './accounts/workspace.service.ts'
import { createActionRooms } from './action-rooms.ts'
import { createActors } from './actors.ts'
import { handoffWords } from './assistant/assistant-words.ts'
import { createAssistantRooms } from './assistant-rooms.ts'
import type { Config } from './config.ts'
import { createContactRooms } from './contact-rooms.ts'
import { createVerifications } from './contacts/verification.service.ts'
import { createAgentLeft } from './conversations/agent-left.ts'
import { createAssignments } from './conversations/assignment.service.ts'
import { createAttachments } from './conversations/attachment.service.ts'
import { createAttachmentAccess } from './conversations/attachment-access.ts'
import { createAttachmentLinks } from './conversations/attachment-links.ts'
import { createAttachmentUpload } from './conversations/attachment-upload.ts'
import { createConversations } from './conversations/conversation.service.ts'
import { createGrants } from './conversations/conversation-grant.ts'
import { createConversationLog } from './conversations/conversation-log.ts'
import { createConversationViews } from './conversations/conversation-view.ts'
import { createCrossing } from './conversations/crossing.ts'
import { createStripGone } from './conversations/desk/strip-gone.ts'
import { createEdits } from './conversations/edit.service.ts'
import { createHandoff } from './conversations/handoff.service.ts'
import { createInbox } from './conversations/inbox/inbox.service.ts'
import { createInboxCounter } from './conversations/inbox/inbox-counts.ts'
import { createSavedViews } from './conversations/inbox/saved-view.service.ts'
import { createMessages } from './conversations/message.service.ts'
import { createReading } from './conversations/reading.service.ts'
import { createSiteQuestions } from './conversations/site-questions.ts'
import { createTickets } from './conversations/ticket.service.ts'
import { createTicketMail } from './conversations/ticket-mail.ts'
import { createTranscripts } from './conversations/transcript.service.ts'
import { createSnoozes } from './conversations/triage/snooze.service.ts'
import type { Viewer } from './conversations/triage/viewers.ts'
import { createDeskRooms } from './desk-rooms.ts'
import { createEscalatedChats } from './escalated/escalated-chat.service.ts'
import { createGuestProof } from './escalated/guest-proof.ts'
import { createTypingWatch } from './escalated/typing-watch.ts'
import { createKnowledgeRooms } from './knowledge-rooms.ts'
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
import { createSigning } from './platform/signing.ts'
import { createLocalStorage } from './platform/storage/local-storage.ts'
import { createScratches } from './platform/storage/scratch.ts'
import { createAvailability } from './routing/availability.service.ts'
import { createPresence, type Seat } from './routing/presence.ts'
import { createWaitEstimate } from './routing/wait-estimate.ts'
import { createSites } from './sites/site.service.ts'
import { createSiteLogos } from './sites/site-logo.ts'
import { createTeamRooms } from './team-rooms.ts'
import { createTriageRooms } from './triage-rooms.ts'

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
  const viewing = createSharedMap<Viewer[]>({ name: 'viewers', bus, peers })
  const looking = createSharedMap<true>({ name: 'looking', bus, peers })
  const socketCounts = bus.isShared ? createSocketCounts(sockets) : undefined
  // Presence ranks higher but leans on nothing: what lies below is handed its answers, not its code.
  const presence = createPresence({ bus, seats })
  const estimate = createWaitEstimate({ db, bus })

  const workspaces = createWorkspaces({ db })
  const agents = createAgents({
    db,
    bus,
    effective: presence.effective,
    onDisabled: (agent, transaction) => agentLeft.release(agent, transaction),
  })
  const departments = createDepartments({ db })
  const passwords = createPasswords()
  const credentials = createCredentials({ db, passwords })
  const sessions = createSessions({ db, bus })
  const links = createLoginLinks({ db })
  const stripGone = createStripGone({ db, jobs, log })
  const teamRooms = createTeamRooms({
    db,
    bus,
    log,
    clock,
    agents,
    sessions,
    mail,
    onDepartmentRemoved: (workspaceId, id, transaction) =>
      stripGone.begin(workspaceId, 'department', id, transaction),
  })
  const audit = createAudit({ db })
  const sites = createSites({ db, bus, log })
  const pictures = createPictures()
  const contactRooms = createContactRooms({ db, bus, clock, sites, publicUrl: config.publicUrl })
  const { contacts } = contactRooms

  const { agentActor, principalOf, ownerOf, assistantOf, assistantOn } = createActors({ agents, sites })
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
    pictures,
  })
  const attachmentAccess = createAttachmentAccess({
    db,
    takesFiles: async (siteId, channel) => (await sites.get(siteId))?.settings[channel].attachments ?? false,
  })
  const snoozes = createSnoozes({ log: conversationLog, jobs, clock })
  const messages = createMessages({
    log: conversationLog,
    clock,
    ownerOf,
    attachments,
    snooze: snoozes.put,
    crossing: createCrossing({ db }),
    agentActor,
  })
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
  const agentLeft = createAgentLeft({ db, jobs, log: conversationLog, handoff })
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
  const triage = createTriageRooms({
    db,
    bus,
    jobs,
    clock,
    conversationLog,
    attachments,
    messages,
    snoozes,
    viewing,
    department: departments.get,
    principalOf,
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
  const savedViews = createSavedViews({ db, audit })
  const inbox = createInbox({ db, views, counter: createInboxCounter({ db, saved: savedViews }) })
  const transcripts = createTranscripts({
    log: conversationLog,
    views,
    mail,
    articleUrl: (siteId, slug, passage) => knowledge.helpCentre.articleUrl(siteId, slug, passage),
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

  const outbound = createOutbound({ allow: config.outboundAllow })
  const { close: closeKnowledge, ...knowledge } = createKnowledgeRooms({
    config,
    db,
    bus,
    log,
    jobs,
    metrics,
    clock,
    sites,
    outbound,
  })
  const availability = createAvailability({ presence, estimate, clock })

  const { close: closeDesk, ...deskRooms } = createDeskRooms({
    db,
    bus,
    jobs,
    log,
    clock,
    articles: async (workspaceId, q, limit) =>
      (await knowledge.articleReading.list(workspaceId, { q, limit })).articles,
    effective: presence.effective,
    agentActor,
  })

  const actionRooms = createActionRooms({
    db,
    jobs,
    conversationLog,
    clock,
    log,
    outbound,
    allow: config.outboundAllow,
  })

  const { close: closeAssistant, ...assistantRooms } = createAssistantRooms({
    config,
    db,
    bus,
    log,
    jobs,
    clock,
    audit,
    sites,
    departmentsOf: departments.list,
    conversationLog,
    views,
    messages,
    handoff,
    isStaffed: presence.isStaffed,
    assistantOf,
    knowledge,
    toolsFor: actionRooms.toolsFor,
  })

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
    sockets,
    looking,
    presence,
    estimate,
    workspaces,
    agents,
    departments,
    credentials,
    sessions,
    links,
    ...teamRooms,
    stripGone,
    audit,
    sites,
    logos: createSiteLogos({ db, pictures }),
    ...contactRooms,
    conversationLog,
    views,
    messages,
    edits,
    handoff,
    assignments,
    conversations,
    triage,
    principalOf,
    reading,
    inbox,
    savedViews,
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
    ...knowledge,
    ...deskRooms,
    availability,
    outbound,
    ...actionRooms,
    ...assistantRooms,
    assistantOf,
    async close(): Promise<void> {
      closeAssistant()
      closeDesk()
      typing.close()
      await jobs.close()
      mail.close()
      estimate.close()
      await closeKnowledge()
      presence.close()
      triage.viewers.close()
      for (const map of [seats, sockets, viewing, looking]) map.close()
      peers.close()
      await bus.close()
    },
  }
}

export type Rooms = ReturnType<typeof createRooms>
