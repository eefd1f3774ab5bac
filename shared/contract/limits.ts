/**
 * Largest list that a window reads and sends on. Asked of the file before a byte of it is read. A company's 25,000 people with all that a list may know of
 * them fit; and a hub of any version reads the message it comes in.
 */
export const LIST_LIMIT_BYTES = 2_600_000

/** The same for a conversation: every word of it is masked, and it goes to the hub as one row, in which two bytes of the file may be three. */
export const CONVERSATION_LIMIT_BYTES = 1_000_000

/** Largest input the door takes, as UTF-8 bytes of JSON. In a file of its own, so that a window can know it without the schemas. */
export const INPUT_LIMIT_BYTES = 1_000_000

/** The same for calls that take a file: all of it as base64, four characters for three bytes, and what goes with it. */
export const FILE_INPUT_LIMIT_BYTES = 3_900_000

/** So many changes of bookings are told at once at most. */
export const MOST_CHANGES_AT_ONCE = 2_000

/**
 * The longest text of a field, in UTF-16 units as a browser and zod count. A field never cuts what goes beyond: it keeps the
 * words, says how many are too many (`ui/TooLong.tsx`), and is saved once they are fewer.
 */
export const LONGEST = {
  note: 4_000,
  /** A note half done may be far too long for a note: it is kept all the same, also over a crash. */
  draft: 100_000,
  /** Who does what by when, in a meeting at the seat. */
  meetingLine: 600,
  personName: 60,
  /** What a rule of masking is called, and how its numbers are written. */
  ruleName: 40,
  rulePattern: 60,
  /** Words of a house's own that the life channel hears. */
  ownWord: 40,
  /** What to say instead of a word of the trade. */
  plainWords: 80,
  department: 80,
  employeeNumber: 40,
  email: 120,
  /** The call system's own number of a call. */
  reference: 64,
  ticketTitle: 120,
  remark: 1_000,
  /** Of a holiday. */
  dayName: 40,
  /** Why somebody else's booking was changed. */
  bookingReason: 200,
  /** Why a session is kept in spite of the days that words are kept. */
  keepReason: 200,
  roomName: 40,
  /** Where a room is. */
  site: 60,
  /** Where a trip went. */
  place: 80,
  /** What shows that a duty was done. */
  evidence: 300,
  search: 100,
  /** Who the agent of a call was; kept nowhere. */
  agent: 60,
  /** A number to call back, as it is told. */
  callback: 60,
  /** Where somebody in danger is. */
  address: 300,
  typeNameZh: 30,
  typeNameEn: 60,
  /** Goes into a file name, beside a date and a number. */
  scope: 40,
  folder: 1_000,
  /** Of the key map: `listen.saveNote`. */
  action: 80,
  /** Two presses with all modifiers. */
  chord: 80,
} as const

/** People at one meeting, and lines of it. */
export const [MOST_AT_MEETING, MOST_MEETING_LINES] = [30, 100] as const

/** So many days at the most are made as one series: more than a year of weeks. */
export const MOST_SERIES_DAYS = 60

/** Rules of masking that a company has, and examples of one. */
export const [MOST_RULES, MOST_RULE_EXAMPLES] = [30, 10] as const

/** Words of its own that a house adds to what the life channel hears, and to the dictionary of jargon. */
export const MOST_OWN_WORDS = 100

/** Who takes over a cry for help. */
export const MOST_CONTACTS = 20

/** Ways in which one word of the trade is said. */
export const MOST_WORDINGS = 8

/** Seats of one room; the database knows no higher number either. */
export const MOST_SEATS = 99

/** Lines of closed and peak days in rules of a room. */
export const MOST_ROOM_DAYS = 400

/** Rules of a room that begin after a day: more than one a day for a year. */
export const MOST_LATER_RULES = 400

/** Rooms of one house, as many as a draw can name. */
export const MOST_ROOMS = 50

/** More keys of their own than the console has actions. */
export const MOST_KEYS = 500

/** As many lines as a conversation laid beside a call may have: five hours of talk. A longer one is refused whole, never cut. */
export const MOST_LINES = 5_000

/** As many tickets as one call changes: they are changed in one go, and the notes of a call that is heard must not wait for it. */
export const MOST_AT_ONCE = 2_000

/** As many people as one call puts back as they were. */
export const MOST_PEOPLE_AT_ONCE = 500

/** As many lines of the ledger as one call gives, or asks about. */
export const MOST_LEDGER_LINES = 500

/** For how many days words may be kept, where they are not kept for good. What was answered to a command is kept for a week, too: nothing goes before that. */
export const FEWEST_DAYS_KEPT = 7
export const MOST_DAYS_KEPT = 3_650
