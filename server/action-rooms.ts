// What the AI agent may do, put together: an owner's tools, a page's, the calls of them and who carries them out.

import { isIP } from 'node:net'
import { type ActionsDeps, createActions } from './assistant/actions/action.service.ts'
import { createActionCustomers } from './assistant/actions/action-customer.ts'
import { registerActionWork } from './assistant/actions/action-work.ts'
import { createPageTools } from './assistant/actions/page-tool.service.ts'
import { createRunTools } from './assistant/actions/run-tools.ts'
import { createTools } from './assistant/actions/tool.service.ts'
import { createToolCaller } from './assistant/actions/tool-call.ts'
import { createInputCheck } from './assistant/actions/tool-parameters.ts'
import type { Log } from './platform/log.ts'
import { createAddressRule } from './platform/outbound/address-rule.ts'
import type { Outbound } from './platform/outbound/outbound-fetch.ts'

export interface ActionRoomsDeps extends ActionsDeps {
  log: Log
  outbound: Outbound
  /** Ranges of private addresses the operator vouches for. */
  allow: readonly string[]
}

/** Registers the jobs, too: call before they start. */
export function createActionRooms({
  db,
  jobs,
  conversationLog,
  clock,
  log,
  outbound,
  allow,
}: ActionRoomsDeps) {
  const rule = createAddressRule(allow)
  const tools = createTools({ db, isVouchedFor: (host) => isIP(host) > 0 && rule.isVouchedFor(host) })
  const pageTools = createPageTools({ db })
  const actions = createActions({ db, jobs, conversationLog, clock })
  const customerOf = createActionCustomers({ db })
  const callTool = createToolCaller({ outbound, clock })
  const checkInput = createInputCheck()
  const toolsFor = createRunTools({ db, actions, tools, pageTools, customerOf, checkInput })
  registerActionWork({ jobs, log, clock, actions, tools, callTool, customerOf })
  return { tools, pageTools, actions, callTool, checkInput, toolsFor }
}
