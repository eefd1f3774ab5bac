import type { ExportState } from '../../../../shared/contract/exports/exports.ts'
import type { Tone } from '../../../ui/Badge.tsx'

export const stateTones: Readonly<Record<ExportState, Tone>> = {
  preparing: 'neutral',
  delivering: 'accent',
  waiting: 'soon',
  delivered: 'praise',
  cancelled: 'neutral',
  failed: 'risk',
}
