//! One plan for people.

use chrono::NaiveDate;

use super::{Show, line_name};
use crate::cli::answer::{exact, marked};
use crate::cli::cost::rate_cell;
use crate::cli::print::{Align, Cell, Page};
use crate::domain::doubt::Figure;
use crate::domain::plan::Payment;
use crate::domain::restoring::RestoreState;
use crate::domain::standing::{InstallmentStanding, InstallmentStatus, Timing};
use crate::domain::{MethodId, Money};
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

impl Show<'_> {
    fn exact(&self, amount: Money) -> String {
        exact(amount, self.standing.currency)
    }

    /// Name, progress, and what is peculiar about it.
    pub(super) fn title(&self, page: &mut Page, texts: Texts) {
        let (plan, standing) = (self.the_plan, self.standing);
        let line = line_name(self.view.book, plan);
        let parts = [plan.item.as_str(), line, texts.plan_status(standing.status)];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        page.line(format!("{}  ({})", parts.join(" · "), plan.id));
        page.line(self.progress(texts));
        if let Some(pause) = &plan.paused
            && self.today.0 <= pause.until
        {
            let why = pause.why.as_deref().unwrap_or_default();
            let until = texts.cli_paused_until(&pause.until.to_string());
            page.line([&until, why].join("  ").trim_end());
        }
        let open = |part: fn(&InstallmentStanding) -> Money| -> Money {
            standing.installments.iter().map(part).sum()
        };
        let fee = open(|installment| installment.row.open_fee());
        if fee.is_positive() && open(|installment| installment.row.open_principal()).is_zero() {
            page.line(texts.cli_only_fee_open(&self.exact(fee)));
        }
        if standing.excess.is_positive() {
            page.line(texts.cli_excess(&self.exact(standing.excess)));
        }
    }

    /// How many installments were paid, how many ended without that, and the money.
    fn progress(&self, texts: Texts) -> String {
        let (standing, of) = (self.standing, self.the_plan.periods);
        let (paid, left) = (self.exact(standing.paid), self.exact(standing.outstanding));
        let is_paid = |one: &&InstallmentStanding| one.status == InstallmentStatus::Paid;
        let done = standing.installments.iter().filter(is_paid).count();
        match standing.paid_periods() - done {
            0 => texts.cli_progress(done, of, &paid, &left),
            ended => texts.cli_progress_ended(done, of, ended, &paid, &left),
        }
    }

    /// Every installment, and the sums.
    pub(super) fn schedule(&self, page: &mut Page, texts: Texts) {
        let heads = [
            texts.cli_period(),
            texts.cli_due_day(),
            texts.cli_principal(),
            texts.cli_fee(),
            texts.cli_amount(),
            texts.cli_paid(),
            texts.cli_state(),
        ];
        let mut rows = vec![heads.map(|head| Cell::in_role(head, Role::Muted)).to_vec()];
        rows.extend(
            self.standing
                .installments
                .iter()
                .map(|one| self.row(one, texts)),
        );
        let parts = |part: fn(&InstallmentStanding) -> Money| {
            let sum: Money = self.standing.installments.iter().map(part).sum();
            Cell::new(self.exact(sum))
        };
        rows.push(vec![
            Cell::new(""),
            Cell::in_role(texts.cli_sum(), Role::Muted),
            parts(|one| one.row.installment.principal),
            parts(|one| one.row.installment.own_fee()),
            parts(|one| one.row.installment.amount()),
            parts(|one| one.row.paid()),
            Cell::new(""),
        ]);
        let right = Align::Right;
        let columns = [right, Align::Left, right, right, right, right, Align::Left];
        page.table(&columns, &rows);
    }

    fn row(&self, installment: &InstallmentStanding, texts: Texts) -> Vec<Cell> {
        let row = &installment.row;
        let paid = row.paid();
        let paid = if paid.is_positive() {
            self.exact(paid)
        } else {
            String::new()
        };
        vec![
            Cell::new(installment.n().to_string()),
            Cell::new(installment.due().to_string()),
            Cell::new(self.exact(row.installment.principal)),
            Cell::new(self.exact(row.installment.own_fee())),
            Cell::new(self.exact(row.installment.amount())),
            Cell::new(paid),
            self.state(installment, texts),
        ]
    }

    /// The state with what is left, what being late costs, and where it was moved from.
    fn state(&self, installment: &InstallmentStanding, texts: Texts) -> Cell {
        let mut state = vec![texts.installment_status(self.today.0, installment)];
        let left = installment.left();
        state.extend(left.map(|left| texts.cli_left(&self.exact(left))));
        match installment.penalty {
            None => state.push(texts.cli_penalty_unknown().to_owned()),
            Some(cost) if cost.is_positive() => {
                let doubted = self.doubts.iter().find(|one| one.what == Figure::Penalty);
                let cost = marked(self.exact(cost), doubted.map(|one| one.why));
                state.push(texts.cli_penalty_about(&cost));
            }
            Some(_) => {}
        }
        if let Some(due) = installment.row.installment.deferred_from {
            state.push(texts.cli_deferred_from(&due.to_string()));
        }
        let role = match installment.status {
            InstallmentStatus::Open(Timing::Overdue { .. } | Timing::Grace { .. }) => Role::Overdue,
            InstallmentStatus::Open(Timing::DueToday | Timing::DueSoon { .. }) => Role::Due,
            InstallmentStatus::Open(_) => Role::Text,
            _ => Role::Muted,
        };
        Cell::in_role(state.join(" · "), role)
    }

    /// Payments, refunds and a settlement, as they stand in the file.
    pub(super) fn payments(&self, page: &mut Page, texts: Texts) {
        let plan = self.the_plan;
        let other = |on: NaiveDate, what: String| vec![Cell::new(on.to_string()), Cell::new(what)];
        let refunds = plan.refunds.iter().enumerate().map(|(k, refund)| {
            let mut what = vec![texts.cli_refund_of(&self.exact(refund.amount))];
            let did = self.standing.refunds.iter().find(|did| did.refund == k);
            for back in did.iter().flat_map(|did| &did.back) {
                let amount = self.exact(back.amount);
                what.push(match &back.via {
                    Some(via) => texts.cli_refund_back_to(&amount, self.method_name(via)),
                    None => texts.cli_refund_back(&amount),
                });
            }
            other(refund.on, what.join(" · "))
        });
        let settled = plan.settled.map(|settled| {
            let what = texts.cli_settled_with(&self.exact(settled.amount));
            other(settled.on, what)
        });
        let others: Vec<_> = refunds.chain(settled).collect();
        if plan.payments.is_empty() && others.is_empty() {
            return;
        }
        page.gap();
        page.line(texts.cli_payments());
        let paid: Vec<_> = plan
            .payments
            .iter()
            .map(|payment| self.payment(payment, texts))
            .collect();
        let left = Align::Left;
        page.table(&[left, left, Align::Right, left, left, left, left], &paid);
        page.table(&[left, left], &others);
        if self.unverified > 0 {
            page.line(texts.payments_unverified(self.unverified));
        }
    }

    fn payment(&self, payment: &Payment, texts: Texts) -> Vec<Cell> {
        let n = payment.n.map(|n| texts.nth_installment(n));
        let way = payment.via.as_ref().map(|via| self.method_name(via));
        let back = payment
            .restored
            .map(|on| texts.cli_limit_back(&on.to_string()));
        let (proof, role) = match (payment.verified, payment.restored) {
            (Some(on), _) => (texts.payment_verified(&on.to_string()), Role::Paid),
            (None, Some(_)) => (texts.payment_proven().to_owned(), Role::Paid),
            (None, None) => (texts.payment_noted().to_owned(), Role::Muted),
        };
        vec![
            Cell::new(payment.on.to_string()),
            Cell::new(n.unwrap_or_default()),
            Cell::new(self.exact(payment.amount)),
            Cell::new(way.unwrap_or_default()),
            Cell::new(payment.reference.as_deref().unwrap_or_default()),
            Cell::new(back.unwrap_or_default()),
            Cell::in_role(proof, role),
        ]
    }

    /// What the shopper wrote down, and what it costs.
    pub(super) fn facts(&self, page: &mut Page, texts: Texts) {
        let plan = self.the_plan;
        let line = self.view.book.line_of(plan);
        let rate = |rate| Some(rate_cell(rate, texts));
        let text = |text: Option<String>| text.map(Cell::new);
        let money = |amount: Option<Money>| amount.map(|amount| Cell::new(self.exact(amount)));
        let currency = self.standing.currency;
        let stated = texts.stated_fee(&plan.fee, Amounts::SHOWN, currency);
        let late = texts.late_rule(&self.standing.rules, Amounts::SHOWN, currency);
        let counted = texts.counted(self.whole_cost.counted).map(str::to_owned);
        let way = match &plan.autopay {
            Some(via) => texts.cli_paid_automatically(self.method_name(via)),
            None => texts.cli_paid_by_hand().to_owned(),
        };
        let facts = [
            (texts.cli_price(), money(plan.price)),
            (texts.cli_down_payment(), money(plan.down_payment)),
            (texts.cli_stated(), text(Some(stated))),
            (
                texts.cli_total_cost(),
                money(Some(self.whole_cost.total_cost)),
            ),
            (texts.cli_nominal(), rate(self.whole_cost.nominal)),
            (texts.cli_effective(), rate(self.whole_cost.effective)),
            (texts.cost_counted(), text(counted)),
            (texts.cost_if_late(), text(Some(late))),
            (texts.record_label(), text(Some(self.record.words(texts)))),
            (texts.cli_merchant(), text(plan.merchant.clone())),
            (texts.cli_order(), text(plan.order.clone())),
            (
                texts.cli_bought(),
                text(plan.bought.map(|on| on.to_string())),
            ),
            (texts.cli_paid_by(), text(Some(way))),
            (
                texts.cli_account(),
                text(line.and_then(|line| line.account.clone())),
            ),
            (texts.cli_note(), text(plan.note.clone())),
        ];
        let rows: Vec<_> = facts
            .into_iter()
            .filter_map(|(label, fact)| Some(vec![Cell::in_role(label, Role::Muted), fact?]))
            .collect();
        page.table(&[Align::Left, Align::Left], &rows);
    }

    /// The commands that make sense now.
    pub(super) fn next_steps(&self, page: &mut Page, texts: Texts) {
        let id = &self.the_plan.id;
        let open = self.standing.next().map(|_| {
            [
                (format!("fenqi pay {id}"), texts.help_pay()),
                (
                    format!("fenqi settle {id} --quote"),
                    texts.help_settle_quote(),
                ),
            ]
        });
        let out = self.view.position.out_of_plan(self.index);
        let out = out.filter(|entry| entry.state_on(self.today.0) != RestoreState::Back);
        let restored = out.map(|entry| {
            (
                format!("fenqi restored {id} --n {}", entry.n),
                texts.help_restored(),
            )
        });
        let verify =
            (self.unverified > 0).then(|| (format!("fenqi verify {id}"), texts.help_verify_one()));
        let rows: Vec<_> = open
            .into_iter()
            .flatten()
            .chain(restored)
            .chain(verify)
            .map(|(command, what)| vec![Cell::new(command), Cell::in_role(what, Role::Muted)])
            .collect();
        if !rows.is_empty() {
            page.gap();
            page.line(texts.cli_can_be_done());
            page.table(&[Align::Left, Align::Left], &rows);
        }
    }

    fn method_name<'s>(&'s self, id: &'s MethodId) -> &'s str {
        let method = self.view.book.method(id);
        method.map_or(id.as_str(), |method| method.name.as_str())
    }
}
