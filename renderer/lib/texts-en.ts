import enAgents from '../../resources/locales/en/agents.json'
import enBring from '../../resources/locales/en/bring.json'
import enCommon from '../../resources/locales/en/common.json'
import enDraws from '../../resources/locales/en/draws.json'
import enDuty from '../../resources/locales/en/duty.json'
import enExports from '../../resources/locales/en/exports.json'
import enFind from '../../resources/locales/en/find.json'
import enFirstRun from '../../resources/locales/en/first-run.json'
import enKeys from '../../resources/locales/en/keys.json'
import enLife from '../../resources/locales/en/life.json'
import enListen from '../../resources/locales/en/listen.json'
import enMeetings from '../../resources/locales/en/meetings.json'
import enRecovery from '../../resources/locales/en/recovery.json'
import enRetention from '../../resources/locales/en/retention.json'
import enReview from '../../resources/locales/en/review.json'
import enRooms from '../../resources/locales/en/rooms.json'
import enSeats from '../../resources/locales/en/seats.json'
import enSessions from '../../resources/locales/en/sessions.json'
import enSettings from '../../resources/locales/en/settings.json'
import enSilver from '../../resources/locales/en/silver.json'
import enTeam from '../../resources/locales/en/team.json'
import enTickets from '../../resources/locales/en/tickets.json'
import enToday from '../../resources/locales/en/today.json'
import enWaitlist from '../../resources/locales/en/waitlist.json'

export const en = {
  common: enCommon,
  keys: enKeys,
  today: enToday,
  rooms: enRooms,
  seats: enSeats,
  waitlist: enWaitlist,
  draws: enDraws,
  duty: enDuty,
  listen: enListen,
  life: enLife,
  silver: enSilver,
  meetings: enMeetings,
  agents: enAgents,
  review: enReview,
  tickets: enTickets,
  exports: enExports,
  find: enFind,
  sessions: enSessions,
  settings: enSettings,
  'first-run': enFirstRun,
  recovery: enRecovery,
  team: enTeam,
  bring: enBring,
  retention: enRetention,
}
