//! What happened to a plan, as entries.

use chrono::NaiveDate;

use super::{Account, Balance, Entry};
use crate::domain::allocation::Source;
use crate::domain::plan::Plan;
use crate::domain::refund::Refunded;
use crate::domain::standing::PlanStanding;
use crate::domain::{Book, MethodId, Money};
use crate::settings::texts::Texts;

/// A plan and how it stands.
pub(super) struct OfPlan<'b> {
    book: &'b Book,
    plan: &'b Plan,
    standing: &'b PlanStanding,
    today: NaiveDate,
    texts: Texts,
    owed: Account,
    /// From when on it is owed.
    since: NaiveDate,
}

impl<'b> OfPlan<'b> {
    pub(super) fn new(
        book: &'b Book,
        plan: &'b Plan,
        standing: &'b PlanStanding,
        today: NaiveDate,
        texts: Texts,
    ) -> Self {
        let first_part = standing.parts.iter().map(|part| part.on).min();
        // A plan without an order date has been owed since ever: at the latest today.
        let drawn = plan.drawn_on().unwrap_or(plan.first_due);
        let since = plan.bought.unwrap_or_else(|| drawn.min(today));
        Self {
            book,
            plan,
            standing,
            today,
            texts,
            owed: Account::owed(plan.line.as_ref(), &plan.id),
            since: first_part.map_or(since, |first| first.min(since)),
        }
    }

    pub(super) fn entries(&self, future: bool) -> Vec<Entry> {
        let mut entries = Vec::new();
        if future || self.has_begun() {
            entries.push(self.beginning());
        }
        entries.extend(self.payments());
        entries.extend(
            self.standing
                .refunds
                .iter()
                .filter_map(|refund| self.refund(refund)),
        );
        entries.extend(self.settlement());
        entries.extend(self.replacement());
        if future {
            entries.extend(self.dues());
        }
        entries
    }

    /// What is owed at the end of today, by its standing.
    pub(super) fn balance(&self) -> Option<Balance> {
        let open = self
            .standing
            .installments
            .iter()
            .map(|one| one.row.open_principal());
        (self.has_begun() && self.owed_at_first().is_positive()).then(|| Balance {
            account: self.owed.clone(),
            amount: -open.sum::<Money>(),
            currency: self.standing.currency,
        })
    }

    fn has_begun(&self) -> bool {
        self.since <= self.today
    }

    /// The principal when the book took the plan up.
    fn owed_at_first(&self) -> Money {
        let rows = self.standing.installments.iter();
        let open = rows.skip(self.plan.paid_through as usize);
        open.map(|one| one.row.installment.principal).sum()
    }

    /// The purchase, or what was left of it when the book began.
    fn beginning(&self) -> Entry {
        let (plan, owed) = (self.plan, self.owed_at_first());
        let is_opening = plan.paid_through > 0;
        let (against, what) = if is_opening {
            (Account::opening(), self.texts.journal_opening(&plan.item))
        } else if self.replaces_another() {
            (
                Account::restructured(),
                self.texts.journal_purchase(&plan.item),
            )
        } else {
            (
                Account::purchases(),
                self.texts.journal_purchase(&plan.item),
            )
        };
        let (mut down, mut fee) = (Money::ZERO, Money::ZERO);
        if !is_opening {
            let asked = self.standing.installments.iter();
            let asked: Money = asked.map(|one| one.row.installment.amount()).sum();
            fee = self.standing.total - asked;
            down = plan.down_payment.unwrap_or_default();
        }
        let parts = vec![
            (against, owed + down),
            (Account::fees(), fee),
            (self.owed.clone(), -owed),
            (Account::paid_from(self.book, None), -down - fee),
        ];
        Entry {
            is_expected: !self.has_begun(),
            reference: plan.order.clone(),
            ..self.entry(self.since, what, parts)
        }
    }

    fn replaces_another(&self) -> bool {
        let old = self
            .plan
            .replaces
            .as_ref()
            .and_then(|id| self.book.plan(id));
        old.is_some_and(|old| self.book.replaced_on(old).is_some())
    }

    fn payments(&self) -> impl Iterator<Item = Entry> {
        let made = self.plan.payments.iter().enumerate();
        let made = made.filter(|(_, payment)| payment.on <= self.today);
        made.map(|(k, payment)| {
            let parts = self.ended_by(Source::Payment(k));
            let above = payment.amount - parts.principal - parts.fee;
            let what = self
                .texts
                .journal_paid(&self.plan.item, &self.which(&parts));
            let postings = vec![
                (self.owed.clone(), parts.principal),
                (Account::fees(), parts.fee),
                (Account::overpaid(), above),
                (self.paid_from(payment.via.as_ref()), -payment.amount),
            ];
            Entry {
                reference: payment.reference.clone(),
                ..self.entry(payment.on, what, postings)
            }
        })
    }

    fn refund(&self, did: &Refunded) -> Option<Entry> {
        let refund = self.plan.refunds.get(did.refund)?;
        let mut postings = vec![
            (self.owed.clone(), did.principal),
            (Account::fees(), did.fee),
            (Account::penalties(), did.penalty),
        ];
        let back = did.back.iter();
        postings.extend(back.map(|back| (self.paid_from(back.via.as_ref()), back.amount)));
        postings.push((Account::purchases(), -refund.amount));
        let what = self.texts.journal_refund(&self.plan.item);
        Some(Entry {
            reference: refund.reference.clone(),
            ..self.entry(refund.on, what, postings)
        })
    }

    /// What it cost above or below the principal it ended is a fee, or saved one.
    fn settlement(&self) -> Option<Entry> {
        let settled = self.plan.settled_by(self.today)?;
        let ended = self.ended_by(Source::Settlement).principal;
        let postings = vec![
            (self.owed.clone(), ended),
            (Account::fees(), settled.amount - ended),
            (self.paid_from(None), -settled.amount),
        ];
        let what = self.texts.journal_settled(&self.plan.item);
        Some(self.entry(settled.on, what, postings))
    }

    fn replacement(&self) -> Option<Entry> {
        let mut parts = self.standing.parts.iter();
        let on = parts.find(|part| part.source == Source::Replacement)?.on;
        let ended = self.ended_by(Source::Replacement).principal;
        let postings = vec![
            (self.owed.clone(), ended),
            (Account::restructured(), -ended),
        ];
        let what = self.texts.journal_replaced(&self.plan.item);
        Some(self.entry(on, what, postings))
    }

    /// What is still to be paid: when it is due, and never before tomorrow.
    fn dues(&self) -> impl Iterator<Item = Entry> {
        let tomorrow = self.today.succ_opt().unwrap_or(self.today);
        self.standing.open().map(move |(one, _)| {
            let which = self.texts.ics_nth(one.n(), self.plan.periods);
            let what = self.texts.journal_due(&self.plan.item, &which);
            let method = self.plan.usual_method();
            let postings = vec![
                (self.owed.clone(), one.row.open_principal()),
                (Account::fees(), one.row.open_fee()),
                (self.paid_from(method), -one.row.outstanding()),
            ];
            Entry {
                is_expected: true,
                ..self.entry(one.due().max(tomorrow), what, postings)
            }
        })
    }

    fn paid_from(&self, method: Option<&MethodId>) -> Account {
        Account::paid_from(self.book, method)
    }

    /// An entry without the postings of nothing.
    fn entry(&self, on: NaiveDate, what: String, mut postings: Vec<(Account, Money)>) -> Entry {
        postings.retain(|(_, amount)| !amount.is_zero());
        let line = self.book.line_of(self.plan).map(|line| &line.name);
        let payee = self.plan.merchant.as_ref().or(line);
        Entry {
            on,
            is_expected: false,
            payee: payee.cloned().unwrap_or_default(),
            what,
            plan: self.plan.id.to_string(),
            reference: None,
            currency: self.standing.currency,
            postings,
        }
    }

    fn ended_by(&self, source: Source) -> Ended {
        let mut ended = Ended::default();
        let parts = self.standing.parts.iter();
        for part in parts.filter(|part| part.source == source && part.ended().is_positive()) {
            ended.principal += part.principal;
            ended.fee += part.fee;
            if part.covers() {
                ended.first = ended.first.or(Some(part.n));
                ended.last = Some(part.n);
            }
        }
        ended
    }

    /// `3/12`, or the first and the last of several.
    fn which(&self, ended: &Ended) -> String {
        let of = self.plan.periods;
        match (ended.first, ended.last) {
            (Some(first), Some(last)) if first != last => {
                format!(
                    "{}–{}",
                    first.min(last),
                    self.texts.ics_nth(first.max(last), of)
                )
            }
            (Some(n), _) => self.texts.ics_nth(n, of),
            _ => String::new(),
        }
    }
}

/// What a payment, refund or settlement ended.
#[derive(Default)]
struct Ended {
    principal: Money,
    fee: Money,
    first: Option<u32>,
    last: Option<u32>,
}
