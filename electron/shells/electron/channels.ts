/** Names on the wire between the preload and main. */
export const channels = {
  /** Window → main: (call, input) → answer. */
  call: 'earshot:call',
  /** Window → main: somebody listens now. */
  listening: 'earshot:listening',
  /** Main → window: one event. */
  event: 'earshot:event',
} as const
