import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet from 'helmet'

type Headers = Readonly<Record<string, string>>

/** What data needs: whoever opens an answer by itself may run and embed nothing of it. */
const FOR_DATA = ['x-content-type-options', 'x-frame-options', 'referrer-policy', 'cross-origin-resource-policy']

/** What the page asks the phone for: where a report is, and the scanner. Nothing else, and nobody inside a frame. */
const PERMISSIONS = 'geolocation=(self), camera=(self), microphone=(), payment=(), usb=(), display-capture=(), browsing-topics=()'

/**
 * helmet's headers, asked for once: they are the same for every reply, and making them anew each time costs more than the rest
 * of the shell. `page` goes with the H5 build, `data` with everything else.
 */
export function securityHeaders(publicUrl: string | undefined): { page: Headers; data: Headers } {
  const reply = new ServerResponse(new IncomingMessage(new Socket()))
  const protect = helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // The H5 build sets widths and scales in style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...(publicUrl ? [new URL(publicUrl).origin] : [])],
        // A picture chosen in the browser is read back from its blob before it is sent.
        connectSrc: ["'self'", 'blob:'],
        scriptSrc: ["'self'"],
        // Taro's own components carry their icons as a font inside the style sheet.
        fontSrc: ["'self'", 'data:'],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null
      }
    },
    // Served over plain HTTP on a newcomer's machine; a city's balancer ends TLS and adds this itself.
    strictTransportSecurity: false,
    frameguard: { action: 'deny' }
  })
  protect(reply.req, reply, fault => {
    if (fault) throw fault instanceof Error ? fault : new Error('helmet could not make its headers')
  })
  const page = Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]))
  page['permissions-policy'] = PERMISSIONS
  const data = Object.fromEntries(FOR_DATA.flatMap(name => (page[name] ? [[name, page[name]]] : [])))
  return { page, data: { ...data, 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" } }
}
