// The browser's own where it has one: sixty kilobytes that no page waits for. `shared/` finds this under the polyfill's name in the
// renderer's build (electron.vite.config.ts); Node, which has none yet, finds the polyfill.
export const Temporal =
  (globalThis as { Temporal?: typeof import('temporal-polyfill').Temporal }).Temporal ??
  (await import('temporal-polyfill/implementation')).Temporal
