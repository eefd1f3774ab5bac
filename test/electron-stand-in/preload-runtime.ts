/** The name of the bridge function Playwright puts on the page; taken away before anything else runs. */
export const bridgeName = '__earshotStandIn'

type Bridge = (message: { what: string; channel: string; args: unknown[] }) => Promise<unknown>
type Listener = (event: object, ...args: unknown[]) => void

/**
 * Runs in the page before any of its scripts: gives the preload its `require('electron')` and runs it. Must not use
 * anything from outside itself: it travels as text. The preload shares the page's world here; only its names are hidden.
 */
function runPreload(nameOfBridge: string): void {
  if (window !== window.top) return
  const page = window as unknown as Record<string, unknown>
  const bridge = page[nameOfBridge] as Bridge
  delete page[nameOfBridge]
  const listeners = new Map<string, Set<Listener>>()

  /** As contextBridge does: values are copied, functions become functions that copy what they take and give. */
  const across = (value: unknown): unknown => {
    if (typeof value === 'function')
      return (...args: unknown[]) => {
        const result: unknown = Reflect.apply(value, undefined, args.map(across))
        return result instanceof Promise ? result.then(across) : across(result)
      }
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof Error) return new Error(value.message)
    if (Array.isArray(value)) return value.map(across)
    if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value)
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, across(inner)])))
  }

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      bridge({ what: 'invoke', channel, args: structuredClone(args) }).catch((error: unknown) => {
        throw new Error(`Error invoking remote method '${channel}': ${error}`)
      }),
    send: (channel: string, ...args: unknown[]) => {
      void bridge({ what: 'message', channel, args: structuredClone(args) })
    },
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
    },
    removeListener: (channel: string, listener: Listener) => {
      listeners.get(channel)?.delete(listener)
    },
  }
  const contextBridge = {
    exposeInMainWorld: (name: string, api: unknown) => {
      Object.defineProperty(window, name, { value: across(api), writable: false, configurable: false })
    },
  }

  const pull = async () => {
    for (;;) {
      const sent = (await bridge({ what: 'pull', channel: '', args: [] })) as { channel: string; args: unknown[] }
      for (const listener of listeners.get(sent.channel) ?? []) listener({ sender: 'hidden' }, ...sent.args)
    }
  }
  void pull()

  const requireInPreload = (name: string) => {
    // A sandboxed preload has a handful of modules; ours may need one.
    if (name === 'electron') return { contextBridge, ipcRenderer }
    throw new Error(`module not found: ${name}`)
  }
  // Not new Function: the page's content policy forbids it, as it should. The text was joined into this script instead.
  const preload = page.__earshotPreload as (require: unknown, module: object, exports: object) => void
  delete page.__earshotPreload
  preload(requireInPreload, {}, {})
}

/** The script a window's page begins with: the built preload, and what runs it. */
export const preloadScript = (preloadSource: string): string =>
  `window.__earshotPreload = function (require, module, exports) {${preloadSource}\n};(${runPreload})(${JSON.stringify(bridgeName)})`
