/** Where the stand-in's pages think they are. `*.localhost` counts as secure, as a privileged scheme does; nothing listens there. */
const routedOrigin = 'http://console.app.localhost'
const appOrigin = 'app://console'

export const toRouted = (url: string): string => url.replace(appOrigin, routedOrigin)

/** The address main would see; one that is not ours stays as it is. */
export const toApp = (url: string): string =>
  url === routedOrigin || url.startsWith(`${routedOrigin}/`) ? url.replace(routedOrigin, appOrigin) : url
