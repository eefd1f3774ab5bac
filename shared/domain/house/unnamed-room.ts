/** What a room is called beside others where nobody named it, nor said where it is: in files, as the windows call it. */
export const UNNAMED_ROOM = { zh: '听线室', en: 'Listening room' } as const
