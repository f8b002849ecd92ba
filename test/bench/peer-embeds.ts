// What other embeds cost a page, measured the same way earlier, each from a server on the same machine: for the table
// only. Kilobytes of 1,000, brotli 11; ms without a throttle; `null` where it was not measured or is not drawn.

export interface PeerEmbed {
  name: string
  before: number
  requests: number
  opened: number | null
  launcher: number | null
  /** Main thread over the blank page. */
  task: number
  /** Of long tasks beyond 50 ms. */
  blocked: number
  click: number | null
}

export const PEERS: readonly PeerEmbed[] = [
  peer('Zammad chat 5.2 (chat only)', 23.0, 2, 23.0, 133, 40, 0, 382),
  peer('Helper SDK 2026-01 (loader only)', 26.1, 2, null, 121, 54, 0, null),
  peer('deep-chat 2.4.2 (chat only)', 91.9, 1, 91.9, 128, 67, 0, null),
  peer('Typebot 0.10.7', 164.2, 1, 164.5, 197, 89, 10, 483),
  peer('Botpress webchat 4.5.2', 214.3, 2, null, null, 199, 38, null),
  peer('Libredesk 2.7.0', 220.5, 14, 220.5, 336, 201, 6, 32),
  peer('Flowise embed 3.1.6', 242.0, 1, 242.0, 248, 119, 49, 65),
  peer('Chatwoot 4.10.0', 326.9, 10, 472.7, 356, 281, 59, 63),
  peer('Papercups', 351.7, 16, 351.7, 439, 314, 13, 68),
  peer('Rocket.Chat livechat 1.13.3', 376.5, 13, 376.5, 480, 353, 121, 48),
  peer('n8n chat 1.37.0', 480.9, 5, 480.9, 419, 205, 125, 82),
  peer('Chainlit copilot 2.11.1', 1959.9, 6, 1959.9, 1558, 1058, 892, 150),
]

function peer(
  name: string,
  before: number,
  requests: number,
  opened: number | null,
  launcher: number | null,
  task: number,
  blocked: number,
  click: number | null,
): PeerEmbed {
  return { name, before, requests, opened, launcher, task, blocked, click }
}
