import type { Ear } from '../../../shared/domain/life-channel/ear.ts'
import { openEar } from '../../../shared/domain/life-channel/open-ear.ts'
import { givingWay } from '../../lib/resting.ts'

/** The ear of this window: begun by whoever asks first, in pieces, and one for all. */
export const earReady = (): Promise<Ear> => openEar(givingWay())
