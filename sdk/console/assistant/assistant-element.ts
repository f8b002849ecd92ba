// What the elements about the AI agent share: the desk, and the server's part by its client.

import { type Desk, DeskElement } from '../desk.context.ts'
import { type AssistantApi, createAssistantApi } from './assistant-api.ts'

export abstract class AssistantElement extends DeskElement {
  #of: Desk['client'] | undefined
  #api: AssistantApi | undefined

  /** Only where there is a desk. */
  protected get api(): AssistantApi {
    const { client } = this.desk!
    if (this.#of !== client) this.#api = createAssistantApi(client.rest)
    this.#of = client
    return this.#api!
  }
}
