import type { Instant } from '../../../shared/contract/values.ts'
import type { Place } from '../../lib/formats.ts'
import { onTheWall } from '../../lib/wall-clock.ts'

/** `10:30:07`: presses of one minute are told apart. */
export const timeToSecond = (at: Instant, { timeZone }: Place): string => onTheWall(at, timeZone).slice(11, 19)
