import { timecode } from '../../shared/domain/listening/timecode.ts'

export interface TimecodeProps {
  /** From the start of the call, in milliseconds. */
  offsetMs: number
}

/** A second of a call: 02:14, 1:02:14. Figures of one width, so that columns and running clocks stand still. */
export function Timecode({ offsetMs }: TimecodeProps) {
  return (
    <time className="figures" dateTime={`PT${Math.max(0, Math.floor(offsetMs / 1000))}S`}>
      {timecode(offsetMs)}
    </time>
  )
}
