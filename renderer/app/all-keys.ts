import { agentsKeys } from '../features/agents/agents.keys.ts'
import { dutyKeys } from '../features/duty/duty.keys.ts'
import { exportsKeys } from '../features/exports/exports.keys.ts'
import { calendarKeys } from '../features/house/calendar/calendar.keys.ts'
import { peopleKeys } from '../features/house/people/people.keys.ts'
import { settingsKeys } from '../features/house/settings/settings.keys.ts'
import { lifeKeys } from '../features/life-channel/life-channel.keys.ts'
import { listenKeys } from '../features/listening/listen.keys.ts'
import { sessionsKeys } from '../features/listening/sessions/sessions.keys.ts'
import { meetingsKeys } from '../features/meetings/meetings.keys.ts'
import { reviewKeys } from '../features/review/review.keys.ts'
import { drawsKeys } from '../features/seats/draw/draws.keys.ts'
import { seatsKeys } from '../features/seats/seats.keys.ts'
import { silverKeys } from '../features/silver-hair/silver-hair.keys.ts'
import { ticketsKeys } from '../features/tickets/tickets.keys.ts'
import { todayKeys } from '../features/today/today.keys.ts'
import { commonKeys } from '../lib/common.keys.ts'
import type { AllKeys } from '../lib/key-map.ts'
import { dialogKeys } from '../ui/dialog.keys.ts'
import { frameKeys } from './frame.keys.ts'

/** The keys of all features, in the order in which the settings show them. An action with words and without a key does not compile. */
export const allKeys: AllKeys = {
  ...frameKeys,
  ...commonKeys,
  ...todayKeys,
  ...seatsKeys,
  ...drawsKeys,
  ...dutyKeys,
  ...listenKeys,
  ...silverKeys,
  ...meetingsKeys,
  ...reviewKeys,
  ...sessionsKeys,
  ...ticketsKeys,
  ...exportsKeys,
  ...calendarKeys,
  ...lifeKeys,
  ...agentsKeys,
  ...peopleKeys,
  ...settingsKeys,
  ...dialogKeys,
}
