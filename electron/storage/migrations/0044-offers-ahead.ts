/** What is held or was taken is told while it lies ahead. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
CREATE INDEX waitlist_offer_ahead ON waitlist_offer (starts_at) WHERE state IN ('open', 'accepted');
`
