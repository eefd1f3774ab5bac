import type { Plugin } from 'vite'

/** Ends the build when files it made import each other in a circle. */
export const refuseCirclesOfChunks: Plugin
