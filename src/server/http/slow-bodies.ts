import type { FastifyInstance, FastifyRequest } from 'fastify'

/** A phone with one bar still sends a kilobyte a second; who sends less holds a connection and means nothing by it. */
const PROGRESS = { everyMilliseconds: 15_000, bytesMin: 4 * 1024 } as const

/** Whether something of the body is still on its way. */
const isBodyAwaited = ({ raw }: FastifyRequest) =>
  !raw.complete && (raw.headers['transfer-encoding'] !== undefined || Number(raw.headers['content-length'] ?? 0) > 0)

/** Cuts the connection of whoever stops sending in the middle of a body. A slow upload that goes on may take its time. */
export function cutSlowBodies(
  server: FastifyInstance,
  { everyMilliseconds, bytesMin }: { everyMilliseconds: number; bytesMin: number } = PROGRESS
): void {
  server.addHook('onRequest', (request, _, done) => {
    if (isBodyAwaited(request)) {
      const { raw } = request
      let seen = raw.socket.bytesRead
      const watch = setInterval(() => {
        if (raw.complete || raw.socket.destroyed) return clearInterval(watch)
        if (raw.socket.bytesRead - seen < bytesMin) raw.socket.destroy()
        seen = raw.socket.bytesRead
      }, everyMilliseconds)
      raw.once('close', () => clearInterval(watch))
    }
    done()
  })
}
