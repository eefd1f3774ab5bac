import type { Service } from '../../../../shared/contract/services.ts'
import type { HouseParts } from '../../parts.ts'
import { drawRequests } from './requests.ts'
import { drawWindows } from './windows.ts'

/** Seats that are drawn: windows, requests and results. What closes them is `draw-pass.ts`. */
export const drawsService = (parts: Pick<HouseParts, 'engine' | 'clock'>): Service<'draws'> => ({
  ...drawWindows(parts),
  ...drawRequests(parts),
})
