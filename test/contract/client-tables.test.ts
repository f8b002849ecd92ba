// What the browser copies of the protocol instead of importing it, as zod would come along: the copies are true.

import assert from 'node:assert/strict'
import test from 'node:test'
import { AGENT_PATHS } from '../../sdk/client/agent-paths.ts'
import { RETRYABLE_CODES } from '../../sdk/client/api-error.ts'
import type { CommandPaths } from '../../sdk/client/command-call.ts'
import { INBOX_VIEWS } from '../../sdk/client/inbox-membership.ts'
import { PROTOCOL } from '../../sdk/client/live-client.ts'
import { VISITOR_PATHS } from '../../sdk/client/visitor-paths.ts'
import { EDIT_MINUTES } from '../../sdk/elements/message-list/change-rule.ts'
import { COMMANDS } from '../../sdk/protocol/command.ts'
import { InboxView } from '../../sdk/protocol/conversation.ts'
import { LIMITS, PROTOCOL_VERSION } from '../../sdk/protocol/limits.ts'
import { RETRYABLE } from '../../sdk/protocol/problem-catalogue.ts'

type Side = 'visitor' | 'agent'

/** Only ever by frame: worth nothing late. */
const FRAME_ONLY = new Set(['typing.start', 'typing.stop', 'conversation.unsubscribe'])

function twinsOf(side: Side): CommandPaths {
  const twins: Record<string, string> = {}
  for (const [name, { rest }] of Object.entries(COMMANDS)) {
    const twin = (rest as Partial<Record<Side, readonly [string, string]>>)[side]
    if (twin && !FRAME_ONLY.has(name)) twins[name] = twin.join(' ')
  }
  return twins
}

test('the visitor client knows the REST twin of every command of a visitor', () => {
  assert.deepEqual(VISITOR_PATHS, twinsOf('visitor'))
})

test('the agent client knows the REST twin of every command of an agent', () => {
  assert.deepEqual(AGENT_PATHS, twinsOf('agent'))
})

test('the client tries again after the codes the protocol calls retryable, and after trouble on the way', () => {
  assert.deepEqual(new Set(RETRYABLE_CODES), new Set([...RETRYABLE, 'network', 'timeout']))
})

test('the client speaks the protocol’s version and knows its inbox views', () => {
  assert.equal(PROTOCOL, PROTOCOL_VERSION)
  assert.deepEqual(INBOX_VIEWS, InboxView.options)
})

test('the widget offers a change for as long as the server takes it', () => {
  assert.equal(EDIT_MINUTES, LIMITS.editMinutes)
})
