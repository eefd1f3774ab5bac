import { realpathSync, statSync } from 'node:fs'
import { extname, join, resolve, sep } from 'node:path'

/**
 * What a page of ours may load. Both shells send it as a header, because a `<meta>` cannot say frame-ancestors.
 * `'unsafe-inline'` for styles only: the kit writes its colour variables as a `<style>` element.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

/** Sent with every answer of both shells. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), midi=(), payment=()',
}

/** What is not listed is not served. */
const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
}

/** A file that may be served: absolute path with links resolved, and its type. */
export interface StaticFile {
  path: string
  mimeType: string
}

function decode(urlPath: string): string | null {
  try {
    const path = decodeURIComponent(urlPath)
    // A backslash is a folder mark on Windows, a colon names a drive or a stream there, and NUL cuts paths short.
    return /[\\:\0]/.test(path) ? null : path
  } catch {
    return null
  }
}

function realFile(path: string): string | null {
  try {
    const real = realpathSync(path)
    return statSync(real).isFile() ? real : null
  } catch {
    return null
  }
}

/**
 * The file under `root` that answers the path of an address (`/assets/index.js`, still percent-encoded), or null.
 * Nothing outside the real `root` is ever named, whatever dots, encodings or links say. A path whose last part has no
 * extension is a place in the application, so it gets `index.html`.
 */
export function resolveStatic(root: string, urlPath: string): StaticFile | null {
  const path = decode(urlPath)
  if (path === null || !path.startsWith('/')) return null
  let jail: string
  try {
    jail = realpathSync(root)
  } catch {
    return null
  }
  const isInside = (candidate: string) => candidate.startsWith(jail + sep)
  const wanted = resolve(jail, `.${path}`)
  if (wanted !== jail && !isInside(wanted)) return null
  const isPlace = extname(wanted) === '' || wanted === jail
  const real = realFile(isPlace ? join(jail, 'index.html') : wanted)
  if (real === null || !isInside(real)) return null
  const mimeType = mimeTypes[extname(real).toLowerCase()]
  return mimeType === undefined ? null : { path: real, mimeType }
}
