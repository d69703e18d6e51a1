//! Bills of other programs in words.

use super::format::Amounts;
use super::texts::Texts;
use crate::domain::{Book, Command, Currency, Money, PlanId};
use crate::import::format::Format;
use crate::import::preview::{Reason, Verdict};
use crate::import::unreadable::{Content, Unreadable, Wrong};

impl Texts {
    /// Whose bill it is.
    pub fn bill(self, format: &Format) -> String {
        let name = match format {
            Format::Alipay => self.bill_alipay(),
            Format::AlipayWeb => self.bill_alipay_web(),
            Format::WeChat => self.bill_wechat(),
            Format::Jd => self.bill_jd(),
            Format::Meituan => self.bill_meituan(),
            Format::Card => self.bill_card(),
            Format::Own(mapping) => &mapping.name,
        };
        name.to_owned()
    }

    /// What becomes of a row.
    pub const fn import_verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::New => self.import_new(),
            Verdict::Waits => self.import_waits(),
            Verdict::Here => self.import_here(),
            Verdict::Left => self.import_left(),
        }
    }

    /// What a row would change.
    pub fn import_change(self, command: &Command, book: &Book, amounts: Amounts) -> String {
        let currency = |plan: &PlanId| {
            let plan = book.plan(plan);
            plan.map_or(book.currency, |plan| book.currency_of(plan))
        };
        let exact = |plan: &PlanId, amount: Money| amounts.exact(amount, currency(plan));
        match command {
            Command::Pay(pay) => {
                let amount = exact(&pay.plan, pay.amount.unwrap_or_default());
                self.import_pay(item(book, &pay.plan), pay.n.unwrap_or_default(), &amount)
            }
            Command::Refund { plan, amount, .. } => {
                self.import_refund(item(book, plan), &exact(plan, *amount))
            }
            Command::Verify { plan, n, .. } => {
                self.import_verify(item(book, plan), n.unwrap_or_default())
            }
            _ => self.change_unknown().to_owned(),
        }
    }

    /// Why a row means what it means; amounts are in its currency.
    pub fn import_reason(
        self,
        reason: &Reason,
        book: &Book,
        (amounts, currency): (Amounts, Currency),
    ) -> String {
        let exact = |amount: Money| amounts.exact(amount, currency);
        match reason {
            Reason::Exact { plan, n, due } => {
                self.import_exact(item(book, plan), *n, &due.to_string())
            }
            Reason::WholeBill { count } => self.import_whole_bill(*count),
            Reason::Month(bill) => self.import_month(&self.import_month_of(bill.year, bill.month)),
            Reason::OtherMonth(bill) => {
                self.import_other_month(&self.import_month_of(bill.year, bill.month))
            }
            Reason::BillPaid(bill) => {
                self.import_bill_paid(&self.import_month_of(bill.year, bill.month))
            }
            Reason::Order(plan) => self.import_order(item(book, plan)),
            Reason::NoService => self.import_no_service().to_owned(),
            Reason::NoLine(service) => {
                self.import_no_line(service.words.first().unwrap_or(&service.id))
            }
            Reason::NothingOpen(line) => {
                let name = book.line(line).map_or(line.as_str(), |line| &line.name);
                self.import_nothing_open(name)
            }
            Reason::SameAmount(count) => self.import_same_amount(*count),
            Reason::SomeOfBill(count) => self.import_some_of_bill(*count),
            Reason::More { open } => self.import_more_than(&exact(*open)),
            Reason::Less { open } => self.import_less_than(&exact(*open)),
            Reason::State(word) if word.is_empty() => self.import_no_state().to_owned(),
            Reason::State(word) => self.import_state(word),
            Reason::Refused(why) => self.refusal(why, amounts, currency),
            Reason::Noted(on) => self.import_noted(&on.to_string()),
            Reason::Like(plan) => self.import_like(item(book, plan)),
            Reason::Twice { line } => self.import_twice(*line),
            Reason::PartOf { line } => self.import_part_of(*line),
            plain => self.import_plain_reason(plain).to_owned(),
        }
    }

    const fn import_plain_reason(self, reason: &Reason) -> &'static str {
        match reason {
            Reason::PeriodsUnknown => self.import_periods_unknown(),
            Reason::FeeUnknown => self.import_fee_unknown(),
            Reason::DayUnknown => self.import_day_unknown(),
            Reason::NotInBook => self.import_posted(),
            Reason::Reference => self.import_reference(),
            Reason::Proves => self.import_proves(),
            Reason::BeforeBook => self.import_before_book(),
            Reason::Failed => self.import_failed(),
            Reason::Closed => self.import_closed(),
            Reason::Pending => self.import_pending(),
            Reason::GivenBack => self.import_given_back(),
            _ => self.import_no_plan(),
        }
    }

    /// Why a row cannot be read.
    pub fn wrong_row(self, why: &Wrong) -> String {
        match why {
            Wrong::Ragged { found, expected } => self.wrong_ragged(*found, *expected),
            Wrong::Swallowed => self.wrong_swallowed().to_owned(),
            Wrong::Amount(text) => self.wrong_amount(&cut(text)),
            Wrong::Day(text) => self.wrong_day(&cut(text)),
            Wrong::AmbiguousDay(text) => self.wrong_day_order(&cut(text)),
            Wrong::CountedDay(text) => self.wrong_counted_day(&cut(text)),
            Wrong::Rounded(text) => self.wrong_rounded(&cut(text)),
            Wrong::Currency(text) => self.wrong_currency(&cut(text)),
        }
    }

    /// Why a file is no bill.
    pub fn not_a_bill(self, why: &Unreadable) -> String {
        let words = match why {
            Unreadable::TooManyColumns { line } => return self.bill_too_many_columns(*line),
            Unreadable::OpenQuote { line } => return self.bill_open_quote(*line),
            Unreadable::NoHeader { columns } => {
                return self.bill_no_header(&cut(&columns.join(", ")));
            }
            Unreadable::UnknownFormat { name, known } => {
                return self.import_name_unknown(name, &known.join(", "));
            }
            Unreadable::TooLarge => self.bill_too_large(),
            Unreadable::TooManyRows => self.bill_too_many_rows(),
            Unreadable::Encoding => self.bill_encoding(),
            Unreadable::NotABill(Content::WebPage) => self.bill_web_page(),
            Unreadable::NotABill(Content::OldSheet) => self.bill_old_sheet(),
            Unreadable::NotABill(Content::Archive) => self.bill_archive(),
            Unreadable::NotABill(Content::Pdf) => self.bill_pdf(),
            Unreadable::Bomb { .. } => self.bill_bomb(),
            Unreadable::Encrypted => self.bill_encrypted(),
            Unreadable::DamagedSheet => self.bill_damaged(),
        };
        words.to_owned()
    }
}

fn item<'b>(book: &'b Book, id: &'b PlanId) -> &'b str {
    book.plan(id).map_or(id.as_str(), |plan| &plan.item)
}

/// At most so much of what a file says is repeated.
const MOST_REPEATED: usize = 60;

fn cut(text: &str) -> String {
    let mut shown: String = text.chars().take(MOST_REPEATED).collect();
    if text.chars().count() > MOST_REPEATED {
        shown.push('…');
    }
    shown
}
