import zhAgents from '../../resources/locales/zh/agents.json'
import zhBring from '../../resources/locales/zh/bring.json'
import zhCommon from '../../resources/locales/zh/common.json'
import zhDraws from '../../resources/locales/zh/draws.json'
import zhDuty from '../../resources/locales/zh/duty.json'
import zhExports from '../../resources/locales/zh/exports.json'
import zhFind from '../../resources/locales/zh/find.json'
import zhFirstRun from '../../resources/locales/zh/first-run.json'
import zhKeys from '../../resources/locales/zh/keys.json'
import zhLife from '../../resources/locales/zh/life.json'
import zhListen from '../../resources/locales/zh/listen.json'
import zhMeetings from '../../resources/locales/zh/meetings.json'
import zhRecovery from '../../resources/locales/zh/recovery.json'
import zhRetention from '../../resources/locales/zh/retention.json'
import zhReview from '../../resources/locales/zh/review.json'
import zhRooms from '../../resources/locales/zh/rooms.json'
import zhSeats from '../../resources/locales/zh/seats.json'
import zhSessions from '../../resources/locales/zh/sessions.json'
import zhSettings from '../../resources/locales/zh/settings.json'
import zhSilver from '../../resources/locales/zh/silver.json'
import zhTeam from '../../resources/locales/zh/team.json'
import zhTickets from '../../resources/locales/zh/tickets.json'
import zhToday from '../../resources/locales/zh/today.json'
import zhWaitlist from '../../resources/locales/zh/waitlist.json'

/** Chinese is written first, so its files say which keys there are; a test holds the English ones to the same keys. */
export const zh = {
  common: zhCommon,
  keys: zhKeys,
  today: zhToday,
  rooms: zhRooms,
  seats: zhSeats,
  waitlist: zhWaitlist,
  draws: zhDraws,
  duty: zhDuty,
  listen: zhListen,
  life: zhLife,
  silver: zhSilver,
  meetings: zhMeetings,
  agents: zhAgents,
  review: zhReview,
  tickets: zhTickets,
  exports: zhExports,
  find: zhFind,
  sessions: zhSessions,
  settings: zhSettings,
  'first-run': zhFirstRun,
  recovery: zhRecovery,
  team: zhTeam,
  bring: zhBring,
  retention: zhRetention,
}
