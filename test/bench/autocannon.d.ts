// The part of autocannon this bench calls; the package brings no types.

declare module 'autocannon' {
  interface CannonRequest {
    method?: string
    path?: string
    headers?: Record<string, string>
    body?: string
    setupRequest?: (request: CannonRequest) => CannonRequest
  }
  interface CannonResult {
    duration: number
    errors: number
    timeouts: number
    non2xx: number
    requests: { total: number }
    /** Milliseconds, whole ones. */
    latency: { p50: number; p99: number }
  }
  export default function autocannon(options: {
    url: string
    connections: number
    duration: number
    requests: CannonRequest[]
  }): Promise<CannonResult>
}
