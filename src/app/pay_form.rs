//! How the payment form fills, what it understands, and what it would do.

use chrono::NaiveDate;

use super::action::Step;
use super::field::TextField;
use super::model::Model;
use super::overlay::{LimitBack, Mistake, PayField, PayForm, PayPreview};
use super::pinyin::begins_with;
use crate::domain::allocation::Source;
use crate::domain::command::Pay;
use crate::domain::money::NotMoney;
use crate::domain::plan::{Payment, Plan};
use crate::domain::restoring::FreedLimit;
use crate::domain::standing::PlanStanding;
use crate::domain::{Command, MethodId, Money, Refusal};
use crate::settings::typed_amount::typed_amount;
use crate::settings::typed_date::typed_date;

impl PayForm {
    /// A form for the selected installment: all it still asks for, today, the usual way.
    pub(super) fn of_selected(model: &Model) -> Option<Self> {
        let installment = model.selected_open()?;
        let k = model.selected_plan()?;
        let (plan, standing) = (
            model.book()?.plans.get(k)?,
            model.board.position.plans.get(k)?,
        );
        let outstanding = standing.installment(installment.n)?.row.outstanding();
        let mut form = Self {
            installment,
            plan: k,
            currency: standing.currency,
            outstanding,
            amount: TextField::preselected(&outstanding.plain(standing.currency)),
            date: TextField::preselected(&model.today.to_string()),
            via: usual_method(plan),
            reference: TextField::new(),
            focus: PayField::Amount,
            mistakes: Vec::new(),
            on: Some(model.today),
            preview: None,
            touched: false,
            tried: false,
        };
        form.think(model);
        Some(form)
    }

    /// Takes in what the book says now; false where it asks for nothing any more.
    pub(super) fn renew(&mut self, model: &Model) -> bool {
        let book = model.book();
        let place = book.and_then(|book| {
            let mut plans = book.plans.iter();
            plans.position(|plan| plan.id == self.installment.plan)
        });
        let standing = place.and_then(|k| model.board.position.plans.get(k));
        let installment = standing.and_then(|standing| standing.installment(self.installment.n));
        let (Some(k), Some(open)) = (place, installment.filter(|row| row.timing().is_some()))
        else {
            return false;
        };
        self.plan = k;
        self.outstanding = open.row.outstanding();
        self.think(model);
        true
    }

    /// Gives a field the keys; its text is replaced by what is typed next.
    pub(super) fn focus_on(&mut self, field: PayField) {
        self.focus = field;
        if let Some(text) = self.text() {
            text.select_all();
        }
    }

    fn text(&mut self) -> Option<&mut TextField> {
        match self.focus {
            PayField::Amount => Some(&mut self.amount),
            PayField::Date => Some(&mut self.date),
            PayField::Reference => Some(&mut self.reference),
            PayField::Via => None,
        }
    }

    /// Changes the text that has the keys.
    pub(super) fn typed(&mut self, model: &Model, change: impl FnOnce(&mut TextField)) {
        let Some(text) = self.text() else { return };
        let before = text.text().to_owned();
        change(text);
        if text.text() != before {
            self.touched = true;
            self.think(model);
        }
    }

    /// The next way to pay; behind the last one stands "unsaid".
    pub(super) fn choose_next(&mut self, model: &Model, step: Step) {
        let mut ways = ways(model);
        if step == Step::Previous {
            ways.reverse();
        }
        let at = ways.iter().position(|way| *way == self.via);
        let next = at.map_or(0, |at| at + 1);
        self.choose(model, ways.get(next).or(ways.first()).cloned().flatten());
    }

    /// The next way to pay whose name begins with a letter, also in pinyin.
    pub(super) fn choose_by_letter(&mut self, model: &Model, letter: char) {
        let Some(book) = model.book() else { return };
        let named: Vec<_> = book
            .methods
            .iter()
            .filter(|method| begins_with(&method.name, letter))
            .map(|method| Some(method.id.clone()))
            .collect();
        let at = named.iter().position(|way| *way == self.via);
        if let Some(way) = named.get(at.map_or(0, |at| at + 1)).or(named.first()) {
            self.choose(model, way.clone());
        }
    }

    fn choose(&mut self, model: &Model, via: Option<MethodId>) {
        self.touched |= self.via != via;
        self.via = via;
        self.think(model);
    }

    /// The command, if all is valid; else the first mistake gets the keys.
    pub(super) fn submit(&mut self, model: &Model) -> Option<Command> {
        self.tried = true;
        self.think(model);
        match self.mistakes.first() {
            Some((field, _)) => {
                self.focus_on(*field);
                None
            }
            None => self.read(model).ok().map(Command::Pay),
        }
    }

    /// The book refused after all.
    pub(super) fn refuse(&mut self, refusal: Refusal) {
        let field = field_of(&refusal);
        self.tried = true;
        self.mistakes = vec![(field, Mistake::Refused(refusal))];
        self.focus_on(field);
    }

    /// Works out anew what follows from what stands in the fields.
    fn think(&mut self, model: &Model) {
        self.on = typed_date(self.date.text(), model.today).ok();
        let read = self.read(model);
        self.preview = match &read {
            Ok(pay) => self.preview(model, pay),
            Err(_) => None,
        };
        self.mistakes = match read {
            Err(mistakes) if self.tried => mistakes,
            _ => Vec::new(),
        };
    }

    /// The payment that stands in the fields, or everything that is wrong with it.
    fn read(&self, model: &Model) -> Result<Pay, Vec<(PayField, Mistake)>> {
        let amount = self.read_amount();
        let on = self.read_date(model.today);
        let (amount, on) = match (amount, on) {
            (Ok(amount), Ok(on)) => (amount, on),
            (amount, on) => {
                let amount = amount.err().map(|mistake| (PayField::Amount, mistake));
                let on = on.err().map(|mistake| (PayField::Date, mistake));
                return Err(amount.into_iter().chain(on).collect());
            }
        };
        let reference = self.reference.text().trim();
        let pay = Pay {
            plan: self.installment.plan.clone(),
            n: Some(self.installment.n),
            amount: Some(amount),
            on,
            via: self.via.clone(),
            reference: (!reference.is_empty()).then(|| reference.to_owned()),
            prepay: None,
        };
        let checked = model
            .book()
            .map(|book| Command::Pay(pay.clone()).check(book, &model.calendar, model.today));
        match checked {
            Some(Err(refusal)) => Err(vec![(field_of(&refusal), Mistake::Refused(refusal))]),
            _ => Ok(pay),
        }
    }

    fn read_amount(&self) -> Result<Money, Mistake> {
        let text = self.amount.text();
        if text.trim().is_empty() {
            return Err(Mistake::Empty);
        }
        typed_amount(text, self.currency).map_err(|error| match error {
            NotMoney::TooManyDecimals(most) => Mistake::Refused(Refusal::TooManyDecimals(most)),
            NotMoney::NotANumber | NotMoney::TooLarge => Mistake::NotAnAmount,
        })
    }

    fn read_date(&self, today: NaiveDate) -> Result<NaiveDate, Mistake> {
        let text = self.date.text();
        if text.trim().is_empty() {
            return Err(Mistake::Empty);
        }
        typed_date(text, today).or(Err(Mistake::NotADay))
    }

    /// What the payment would do to its plan; the rest of the book is not looked at.
    fn preview(&self, model: &Model, pay: &Pay) -> Option<PayPreview> {
        let book = model.book()?;
        let before = model.board.position.plans.get(self.plan)?;
        let mut plan = book.plans.get(self.plan)?.clone();
        let amount = pay.amount?;
        plan.payments.push(Payment {
            n: pay.n,
            on: pay.on,
            amount,
            via: None,
            reference: None,
            restored: None,
            prepay: None,
        });
        let after = PlanStanding::of(book, &plan, &model.calendar, model.today);
        let this = Source::Payment(plan.payments.len() - 1);
        let freed = FreedLimit::of_plan(
            self.plan,
            &plan,
            &after.rules,
            &after.parts,
            &model.calendar,
        );
        let freed = freed.into_iter().find(|freed| freed.source == this);
        Some(PayPreview {
            amount,
            leaves: after.installment(self.installment.n)?.row.outstanding(),
            closes: before.open().count().saturating_sub(after.open().count()),
            frees: freed
                .filter(|_| plan.line.is_some())
                .map(|freed| LimitBack {
                    amount: freed.amount,
                    earliest: freed.earliest,
                    latest: freed.latest,
                }),
        })
    }
}

/// The way the last payment took, or the plan's autopay.
fn usual_method(plan: &Plan) -> Option<MethodId> {
    let said = plan
        .payments
        .iter()
        .rev()
        .find_map(|payment| payment.via.clone());
    said.or_else(|| plan.autopay.clone())
}

fn ways(model: &Model) -> Vec<Option<MethodId>> {
    let methods = model.book().map(|book| book.methods.as_slice());
    let ids = methods
        .unwrap_or_default()
        .iter()
        .map(|method| Some(method.id.clone()));
    ids.chain([None]).collect()
}

/// The field whose change could help.
fn field_of(refusal: &Refusal) -> PayField {
    match refusal {
        Refusal::InFuture(_) | Refusal::BeforePurchase(_) | Refusal::BeforePayment(_) => {
            PayField::Date
        }
        Refusal::UnknownMethod(_) => PayField::Via,
        _ => PayField::Amount,
    }
}
