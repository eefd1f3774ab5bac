/**
 * What each area may use of others, layer by layer: of their files in its own layer and in those below. What it needs of nobody stands
 * not here, and what is not here is refused: a new need is written down, and seen. Areas of `renderer/features` meet in `app` alone.
 */

const areas = {
  'shared/contract': {
    // A year is one of the work calendar.
    duty: ['house', 'seats'],
    // What a copy lacks is named, and notes are among it.
    house: ['listening'],
    // A calendar file waits for its folder as an export does; a refusal names a limit or a closed day of the room.
    seats: ['exports', 'house'],
    listening: ['seats'],
    // What is sealed are notes and lines of a call.
    'life-channel': ['listening'],
    'silver-hair': ['listening'],
    tickets: ['listening'],
    // Minutes and pages of thanks go the way of every file, masked by the rules of the house.
    exports: ['house', 'tickets', 'meetings', 'agents'],
    // A line becomes a ticket; minutes may not be taken by a folder, as an export may not.
    meetings: ['tickets', 'exports'],
    search: ['house', 'seats', 'listening', 'tickets'],
    // A page of thanks waits for its folder as an export does.
    agents: ['exports'],
    // People, bookings and tickets that a desk brings along are as its own are.
    team: ['house', 'seats', 'tickets'],
  },
  'shared/domain': {
    // Places that are left are counted by the slots of the room.
    duty: ['seats'],
    // A seat is had by the rules of its room.
    seats: ['house'],
    // A number to call back and an address are known by what masks them.
    'life-channel': ['listening'],
    // What is heard, line by line.
    'silver-hair': ['listening', 'life-channel'],
    // How fast somebody's hands are is learned into their settings.
    listening: ['house'],
    tickets: ['house', 'listening'],
    // What is masked in a note is masked in a cell; a year of the work calendar goes out as a file.
    exports: ['house', 'listening', 'tickets'],
    // A day is told by the work calendar; what tickets became says whether a call was solved.
    meetings: ['house', 'listening', 'tickets'],
    // Whom somebody who is brought along may be.
    team: ['house'],
  },
  'electron/storage': {
    // What a session comes to depends on whether it listened or answered, as its seat was booked for, and on whose record of two it is.
    duty: ['house', 'seats', 'listening'],
    // A room that nobody gave rules has those of every day.
    house: ['seats'],
    // A line of the history names who sat beside.
    seats: ['house'],
    listening: ['seats'],
    // Thanks are notes of praise, and of no call that is sealed; whoever began one half done may have been entered twice.
    agents: ['house', 'listening'],
    // A call that is sealed is emptied, and so are the tickets that quote it, in the copies of the database too, which are files, and made to forget it,
    // as they are the secrets of agents' days. Whoever raised a case may have been entered twice.
    'life-channel': [
      'house',
      'listening',
      'silver-hair',
      'meetings',
      'tickets',
      'exports',
      'agents',
      'file',
      'retention',
      'migrations',
    ],
    // The lens is a call's, which somebody answered.
    'silver-hair': ['listening', 'agents'],
    tickets: ['listening'],
    // It is about a call, its words go with the seal, and its lines become tickets.
    meetings: ['listening', 'tickets'],
    // What was edited since in the words of a file; thanks are handed over with their page.
    exports: ['listening', 'tickets', 'agents'],
    search: ['seats', 'listening'],
    // The database as a file knows what its indexes must hold, and how it came to be.
    file: ['house', 'search', 'tickets', 'migrations'],
    // Of tickets that quote what is heard here as much is kept as the rules of notes need; no question with a number that a note would mask.
    team: ['listening', 'meetings', 'tickets', 'agents', 'retention'],
    // What was heard goes as it is, and out of its meeting, and minutes that wait for their folder are made anew; the file is made to forget it; days are
    // the room's.
    retention: ['house', 'listening', 'meetings', 'exports', 'file'],
    // A new hub begins with a room; what comes up is put where it belongs, the search in tickets included.
    hub: [
      'house',
      'seats',
      'listening',
      'life-channel',
      'silver-hair',
      'meetings',
      'agents',
      'tickets',
      'exports',
      'team',
      // What went by its rules is not taken up again.
      'retention',
      'migrations',
    ],
  },
  'electron/services': {
    // What shows that a duty was done is masked as a note is; what is left of it are seats; the workbook of all is named as an export is.
    duty: ['house', 'seats', 'listening', 'exports'],
    // Nobody leaves the list, and no seat the room, over a booking that stands; why one is cancelled is masked as a note is. By new masks files on their
    // way are made anew.
    house: ['seats', 'file', 'listening', 'exports'],
    // A reason is masked as a note is; who still owes the duty stands in front in a draw.
    seats: ['house', 'listening', 'duty'],
    // Whether praise is told depends on how many agents it may be about; what was heard counts its age from the day on which its session ends.
    listening: ['house', 'seats', 'tickets', 'file', 'agents', 'retention'],
    // Days are those of the house; a page of thanks goes the way of every file.
    agents: ['house', 'listening', 'exports'],
    // A call is sealed with all that was noted in it; the reason for reading it is masked as a note is.
    // Files on their way, and copies of the database, are made anew without it; what is half done at its meeting is put away with it.
    'life-channel': ['house', 'listening', 'meetings', 'exports', 'file'],
    // Jargon is counted in the notes and the conversation of its call; days are the room's; what it says of an agent is told as praise is.
    'silver-hair': ['house', 'listening', 'agents'],
    tickets: ['house', 'listening'],
    // Its lines become tickets, and are masked as a note is; its minutes go the way of every file.
    meetings: ['house', 'listening', 'tickets', 'exports'],
    // A file is found by the tickets in it; it may be of a meeting, or of thanks.
    exports: ['house', 'listening', 'tickets', 'meetings', 'agents'],
    search: ['house', 'seats', 'listening', 'tickets', 'agents'],
    // Whatever is old enough goes, by the day of the room, but for open cases; a desk of a hub lets go of what the hub deleted.
    // Praise is counted to whom it is told.
    retention: ['house', 'listening', 'life-channel', 'team', 'file', 'agents'],
    // Who belongs to a hub stands there, and is somebody of the house; what a desk brings along is laid down where it belongs.
    team: ['house', 'hub', 'seats', 'listening', 'tickets'],
  },
  'renderer/features': {
    // Praise is a note.
    agents: ['listening'],
    // Whose duty it is stands on the list of people.
    duty: ['house'],
    // Issue types and the rules of seats are set up where everything is set up, and the work calendar goes out as a file.
    house: ['seats', 'listening', 'tickets', 'exports'],
    seats: ['house', 'listening'],
    listening: ['seats', 'tickets'],
    // Times of a call are written as everywhere.
    'life-channel': ['listening'],
    review: ['listening', 'tickets'],
    'silver-hair': ['listening'],
    tickets: ['listening', 'exports'],
    exports: ['tickets'],
    // Actions are found by their sound as people are.
    search: ['house', 'listening', 'tickets'],
    // It is about a call, and a line becomes a ticket.
    meetings: ['house', 'listening', 'tickets'],
    today: ['seats', 'listening', 'tickets'],
    // A ticket that is brought along has its name.
    team: ['tickets'],
  },
}

/** What every area asks its questions through is none itself. */
const COMMON = new Set(['electron/storage/engine'])

/** Adapters are called after what they speak to, not after an area. */
const layers = Object.keys(areas)

/** `electron/storage/seats/bookings.ts` → { layer: 'electron/storage', area: 'seats' }; nothing for what lies above the areas. */
function placeOf(path) {
  const layer = layers.find((each) => path.startsWith(`${each}/`))
  const [area, ...rest] = layer === undefined ? [] : path.slice(layer.length + 1).split('/')
  return rest.length === 0 ? undefined : { layer, area }
}

export function areaArrow(from, { path }) {
  const [here, there] = [placeOf(from), path && placeOf(path)]
  if (!here || !there || here.area === there.area) return undefined
  if (COMMON.has(`${there.layer}/${there.area}`)) return undefined
  if (areas[here.layer][here.area]?.includes(there.area)) return undefined
  // The rules above forbid one feature of the window to import another at all.
  if (here.layer === 'renderer/features' && there.layer === here.layer) return undefined
  return `${here.area} must not use ${there.area} in ${here.layer}: mend it, or declare the need in scripts/lib/area-rules.mjs`
}
