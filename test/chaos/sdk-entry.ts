// What chaos clients are made of, as one file: each tab loads it anew, so that no two share a module's memory.

export { createAgentClient } from '../../sdk/client/agent-client.ts'
export { nativeEnvironment } from '../../sdk/client/native-environment.ts'
export { createVisitorClient } from '../../sdk/client/visitor-client.ts'
