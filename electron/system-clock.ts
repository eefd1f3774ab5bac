import { v7 } from 'uuid'
import type { Clock } from './services/parts.ts'

/** The machine's own time; ids that sort by it. */
export const systemClock: Clock = { now: () => new Date().toISOString(), newId: () => v7() }
