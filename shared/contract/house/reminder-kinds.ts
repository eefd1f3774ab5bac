/** How long before a seat somebody is reminded: the day before, 30 minutes, 15 minutes; in the order in which they come. Plain, for windows: they carry no schema. */
export const reminderKinds = ['day', 'half_hour', 'quarter'] as const
export type ReminderKind = (typeof reminderKinds)[number]
