// Sends a command the best way there is: by frame while the socket is up, else by its REST twin.

import type { CommandInput, CommandName, CommandResult } from '../protocol/command.ts'
import { ApiError } from './api-error.ts'
import { clientId } from './client-id.ts'
import type { Rest } from './rest.ts'
import type { Socket } from './socket.ts'

/** @throws ApiError */
export type Call = <N extends CommandName>(
  name: N,
  input: CommandInput<N>,
  options?: { cid?: string },
) => Promise<CommandResult<N>>

/** Method and path of a command's REST twin, such as `POST /chat/:conversation_id/messages`. */
export type CommandPaths = Readonly<Record<string, string>>

interface CommandDeps {
  socket: Pick<Socket, 'connection' | 'call'>
  paths: CommandPaths
  rest: Rest
  /** Runs a request with the caller's token, if there is one to send. */
  authorized<T>(run: (token?: string) => Promise<T>): Promise<T>
}

/** After these the frame has told us nothing of the command itself: the same cid goes by REST. */
const LINE_TROUBLE: readonly string[] = ['network', 'timeout', 'unauthenticated']

/** Once the frame's way has failed, the same cid goes the other way: the server knows it again. */
export function createCall({ socket, paths, rest, authorized }: CommandDeps): Call {
  return async function call(name, input, { cid = clientId() } = {}) {
    const twin = paths[name]
    if (socket.connection.get().state === 'online')
      try {
        return (await socket.call(name, input, cid)) as never
      } catch (error) {
        if (!twin || !(error instanceof ApiError && LINE_TROUBLE.includes(error.code))) throw error
        // By REST a line that still stands would not follow.
        if (name === 'conversation.subscribe' && error.code === 'timeout') throw error
      }
    if (!twin) throw new ApiError('network')
    const { conversation_id: id = '', ...rest_ } = input as Record<string, unknown>
    const [method, template] = twin.split(' ') as [string, string]
    const path = template.replace(':conversation_id', String(id))
    // Where the path does not name the conversation, the input does.
    const given = path === template ? input : rest_
    return authorized((token) =>
      rest(method, path, method === 'GET' ? { token, query: given } : { token, body: { ...given, cid } }),
    )
  }
}
