import { app, type Session, type WebContents } from 'electron'
import { openExternally } from './open-external.ts'
import { isOwnPage } from './own-pages.ts'

/** Electron's names: writing the clipboard after a key or click, and notifications. */
const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'notifications'])

/** Both handlers are needed: most web APIs ask `check` first and `request` only when it said no. */
export function denyPermissions(session: Session): void {
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) => allowedPermissions.has(permission) && isOwnPage(requestingOrigin),
  )
  session.setPermissionRequestHandler((_contents, permission, allow, details) =>
    allow(allowedPermissions.has(permission) && isOwnPage(details.requestingUrl)),
  )
  session.setDevicePermissionHandler(() => false)
}

interface Departure {
  readonly url: string
  readonly isMainFrame: boolean
  preventDefault(): void
}

/** The window stays where it is. Loading one of our own pages again is the one move it may make by itself. */
function stay(details: Departure): void {
  if (!details.isMainFrame || !isOwnPage(details.url)) details.preventDefault()
}

export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', (details) => details.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    void openExternally(url)
    return { action: 'deny' }
  })
}

/** Before `ready`: every renderer in a sandbox, and every page that is ever made guarded. */
export function secureApp(): void {
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
}
