/** Why somebody else's booking was changed, in its history; and the changes of all bookings by their time. */
export const sql = `
ALTER TABLE booking_event ADD COLUMN reason TEXT;
CREATE INDEX booking_event_by_time ON booking_event (at);
`
