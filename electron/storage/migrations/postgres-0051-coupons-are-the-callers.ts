/** Coupons, points and red packets are the caller's own, too: nobody uses them for somebody. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
ALTER TABLE silver_hair DROP CONSTRAINT silver_hair_property;
ALTER TABLE silver_hair ADD CONSTRAINT silver_hair_property CHECK (help IS DISTINCT FROM 'for_caller'
  OR operation IS NULL OR operation NOT IN ('return', 'refund', 'price_protection', 'payment', 'credit', 'coupon'));
`
