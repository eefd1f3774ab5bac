/** Coupons, points and red packets are the caller's own, too: nobody uses them for somebody. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
DROP TRIGGER silver_hair_property_added;
DROP TRIGGER silver_hair_property_changed;
CREATE TRIGGER silver_hair_property_added BEFORE INSERT ON silver_hair
  WHEN NEW.help = 'for_caller' AND NEW.operation IN ('return', 'refund', 'price_protection', 'payment', 'credit', 'coupon')
  BEGIN SELECT RAISE(ABORT, 'silver_hair_property'); END;
CREATE TRIGGER silver_hair_property_changed BEFORE UPDATE ON silver_hair
  WHEN NEW.help = 'for_caller' AND NEW.operation IN ('return', 'refund', 'price_protection', 'payment', 'credit', 'coupon')
  BEGIN SELECT RAISE(ABORT, 'silver_hair_property'); END;
`
