// What a macro or a bulk operation does to one conversation: each action is a command, under an id of its own that is
// the same at every repeat.

import type * as z from 'zod'
import type { CommandName } from '../../../sdk/protocol/command.ts'
import type { DeskAction, MacroRun } from '../../../sdk/protocol/desk-tools.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import { asProblem } from '../../platform/as-problem.ts'
import type { CommandRegistry } from '../../platform/commands/command-registry.ts'
import { derivedUuid } from '../../platform/uuid.ts'
import type { ConversationViews } from '../conversation-view.ts'
import { fillIn } from './fill-in.ts'

export type Action = z.output<typeof DeskAction>
export type ActionResult = z.output<typeof MacroRun>['results'][number]

/** Of these "it is so already" is what was wanted. */
const SETTING: ReadonlySet<Action['type']> = new Set([
  'facts',
  'snooze',
  'snooze_until',
  'resolve',
  'reopen',
  'spam',
])

export interface DeskActionsDeps {
  commands: Pick<CommandRegistry, 'run'>
  views: Pick<ConversationViews, 'load'>
  clock: () => Date
}

export function createDeskActions({ commands, views, clock }: DeskActionsDeps) {
  async function commandOf(
    agent: AgentPrincipal,
    conversationId: string,
    action: Action,
  ): Promise<[CommandName, object]> {
    const fill = async (body: string): Promise<string> =>
      fillIn(body, { agent, conversation: await views.load(agent.workspaceId, conversationId) })
    switch (action.type) {
      case 'assign': {
        const { assignee_id: id } = action
        return ['conversation.assign', { assignee_id: id === 'me' ? agent.id : id }]
      }
      case 'move':
        return ['conversation.move', { department_id: action.department_id }]
      case 'facts': {
        const { type: _, ...facts } = action
        return ['facts.set', facts]
      }
      case 'snooze': {
        const until = new Date(clock().getTime() + action.minutes * 60_000)
        return ['conversation.snooze', { until: until.toISOString() }]
      }
      case 'snooze_until':
        return ['conversation.snooze', { until: action.until }]
      case 'reply':
        return ['message.send', { body: await fill(action.body) }]
      case 'note':
        return ['note.add', { body: await fill(action.body) }]
      case 'resolve':
        return ['conversation.resolve', {}]
      case 'reopen':
        return ['conversation.reopen', {}]
      case 'spam':
        return ['conversation.spam', { spam: action.spam }]
      case 'follow':
        return ['conversation.follow', { follow: action.follow }]
    }
  }

  async function perform(
    agent: AgentPrincipal,
    conversationId: string,
    action: Action,
    cid: string,
  ): Promise<ActionResult> {
    const { type } = action
    try {
      const [name, input] = await commandOf(agent, conversationId, action)
      await commands.run(name, agent, { conversation_id: conversationId, ...input }, { cid })
      return { type, state: 'done' }
    } catch (error) {
      const problem = asProblem(error)
      // Done at the first try, which a time or a name that has changed since makes look like another command.
      if (problem.code === 'cid-reused') return { type, state: 'done' }
      if (problem.code === 'transition-refused' && SETTING.has(type)) return { type, state: 'done' }
      // What may go better later is for a job to try again.
      if (problem.retryable) throw error
      return { type, state: 'failed', code: problem.code, detail: problem.detail ?? problem.message }
    }
  }

  return {
    /** One after another. Behind one that failed nothing is done. */
    async run(
      agent: AgentPrincipal,
      conversationId: string,
      actions: readonly Action[],
      seed: string,
    ): Promise<ActionResult[]> {
      const results: ActionResult[] = []
      for (const [index, action] of actions.entries()) {
        const failed = results.some(({ state }) => state !== 'done')
        const cid = derivedUuid('desk action', agent.id, conversationId, seed, index)
        results.push(
          failed
            ? { type: action.type, state: 'skipped' }
            : await perform(agent, conversationId, action, cid),
        )
      }
      return results
    },
  }
}

export type DeskActions = ReturnType<typeof createDeskActions>
