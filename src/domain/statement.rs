//! Bills (账单): in which one a purchase is, when it is made and when it is due.

use chrono::{Days, Months, NaiveDate};

use super::due::AnchorDay;
use super::rules::{Statement, StatementDue};

impl Statement {
    /// When the bill is due that a purchase posted on this day is in. Purchases before the bill
    /// day are in the bill of that day, later ones in the next; on the day itself
    /// [`Statement::inclusive`] decides.
    pub fn first_due(self, posted: NaiveDate) -> NaiveDate {
        let holds = |bill: NaiveDate| posted < bill || (self.inclusive && posted == bill);
        let bill = (0..=2)
            .filter_map(|months| self.bill(posted, months))
            .find(|bill| holds(*bill));
        bill.and_then(|bill| self.due_of(bill)).unwrap_or(posted)
    }

    /// The day on which the bill is made that is due on this day. A due date that is nobody's
    /// (one moved to a working day, say) counts to the bill due nearest to it.
    pub fn billed_on(self, due: NaiveDate) -> NaiveDate {
        let about = match self.due {
            StatementDue::Day(_) => due,
            StatementDue::After(days) => {
                due.checked_sub_days(Days::new(days.into())).unwrap_or(due)
            }
        };
        let bills = (-2..=1).filter_map(|months| self.bill(about, months));
        let apart = |bill: NaiveDate| Some((self.due_of(bill)? - due).num_days().unsigned_abs());
        bills
            .filter(|bill| *bill <= due)
            .min_by_key(|bill| apart(*bill).unwrap_or(u64::MAX))
            .unwrap_or(due)
    }

    /// The bill of the month so many months after the one of `date`; short months make it on
    /// their last day.
    fn bill(self, date: NaiveDate, months: i32) -> Option<NaiveDate> {
        let count = Months::new(months.unsigned_abs());
        let month = if months < 0 {
            date.checked_sub_months(count)?
        } else {
            date.checked_add_months(count)?
        };
        Some(AnchorDay::new(self.day)?.in_month_of(month))
    }

    /// When the bill of this day is due. A due day of the month that is not after the bill day
    /// lies in the month after.
    fn due_of(self, bill: NaiveDate) -> Option<NaiveDate> {
        match self.due {
            StatementDue::After(days) => bill.checked_add_days(Days::new(days.into())),
            StatementDue::Day(day) => {
                let months = Months::new(u32::from(day <= self.day));
                let month = bill.checked_add_months(months)?;
                Some(AnchorDay::new(day)?.in_month_of(month))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Statement, StatementDue};
    use crate::domain::test_book::date;
    use proptest::prelude::*;

    fn statement(day: u32, due: StatementDue) -> Statement {
        Statement {
            day,
            due,
            inclusive: false,
        }
    }

    #[test]
    fn a_bill_of_the_first_is_due_nine_days_later_and_holds_the_month_before() {
        let bill = statement(1, StatementDue::After(9));
        for (posted, due) in [
            ("2026-01-01", "2026-02-10"),
            ("2026-01-31", "2026-02-10"),
            ("2026-02-01", "2026-03-10"),
            ("2026-02-10", "2026-03-10"),
            ("2026-12-31", "2027-01-10"),
        ] {
            assert_eq!(bill.first_due(date(posted)), date(due), "{posted}");
        }
        assert_eq!(bill.billed_on(date("2026-02-10")), date("2026-02-01"));
    }

    #[test]
    fn on_the_bill_day_itself_the_provider_decides() {
        let next = statement(5, StatementDue::Day(15));
        let same = Statement {
            inclusive: true,
            ..next
        };
        let day = date("2026-03-05");
        assert_eq!(next.first_due(day), date("2026-04-15"));
        assert_eq!(same.first_due(day), date("2026-03-15"));
        let before = date("2026-03-04");
        assert_eq!(next.first_due(before), same.first_due(before));
    }

    #[test]
    fn a_due_day_not_after_the_bill_day_lies_in_the_next_month() {
        for (day, due_day, due) in [
            (1, 20, "2026-03-20"),
            (20, 8, "2026-04-08"),
            (8, 8, "2026-04-08"),
        ] {
            let bill = statement(day, StatementDue::Day(due_day));
            assert_eq!(bill.first_due(date("2026-02-28")), date(due), "{day}");
        }
    }

    #[test]
    fn a_short_month_makes_and_asks_for_its_bill_on_its_last_day() {
        let bill = statement(31, StatementDue::Day(30));
        assert_eq!(bill.first_due(date("2026-01-31")), date("2026-03-30"));
        assert_eq!(bill.billed_on(date("2026-03-30")), date("2026-02-28"));
        let bill = statement(20, StatementDue::Day(30));
        assert_eq!(bill.first_due(date("2026-02-19")), date("2026-02-28"));
        let bill = statement(31, StatementDue::After(9));
        assert_eq!(bill.first_due(date("2026-02-27")), date("2026-03-09"));
        assert_eq!(bill.first_due(date("2026-02-28")), date("2026-04-09"));
    }

    #[test]
    fn a_due_date_moved_to_a_working_day_keeps_its_bill() {
        let bill = statement(1, StatementDue::After(9));
        for moved in ["2026-01-09", "2026-01-12"] {
            assert_eq!(bill.billed_on(date(moved)), date("2026-01-01"), "{moved}");
        }
    }

    proptest! {
        #[test]
        fn a_purchase_is_in_the_first_bill_after_it(
            day in 1u32..=31, by_day: bool, count in 1u32..=31, inclusive: bool, start in 0u64..2000,
        ) {
            let due = if by_day { StatementDue::Day(count) } else { StatementDue::After(count) };
            let statement = Statement { day, due, inclusive };
            let posted = date("2024-01-01") + chrono::Days::new(start);
            let due = statement.first_due(posted);
            let bill = statement.billed_on(due);
            prop_assert!(bill > posted || (inclusive && bill == posted), "{posted} {bill} {due}");
            prop_assert!((bill - posted).num_days() <= 31);
            prop_assert!(due >= bill);
        }
    }
}
