//! The fields that a plan is written down with, new or edited, and the plan that stands in them.

use super::choice::{FeeKind, Pick};
use super::field::{Field, FieldName as F, Mistake};
use super::read::Reader;
use super::{Form, Mistakes};
use crate::app::model::Model;
use crate::domain::due::{AnchorDay, Every, due_date};
use crate::domain::fee::{Fee, FeeAmount, FeeModel, UpfrontDue};
use crate::domain::plan::{MOST_PERIODS, Plan};
use crate::domain::{Book, Currency, LineId, Money, Rate};
use crate::settings::plan_id::plan_id;
use crate::settings::texts::Texts;

/// What the figures of a plan depend on. Without these right there is nothing to show.
pub(super) const SHAPING: [F; 13] = [
    F::Price,
    F::DownPayment,
    F::Financed,
    F::Line,
    F::Periods,
    F::Rate,
    F::FirstDue,
    F::PaidThrough,
    F::Bought,
    F::Posted,
    F::Every,
    F::Anchor,
    F::Balloon,
];
/// What is rarely written down: asked for only where somebody wants more fields, or wrote it.
const RARE: [F; 11] = [
    F::DownPayment,
    F::Financed,
    F::Merchant,
    F::Order,
    F::Note,
    F::Posted,
    F::Every,
    F::Anchor,
    F::Balloon,
    F::Subsidy,
    F::Charged,
];

/// All fields, those of rare use last.
pub(super) fn fields(book: &Book, line: Option<LineId>) -> Vec<Field> {
    let lines = book.lines.iter().map(|line| Some(line.id.clone()));
    let lines = lines.chain([None]).map(Pick::Line).collect();
    let kinds = FeeKind::ALL.map(Pick::Fee).to_vec();
    let by_hand = [Pick::Autopay(None)].into_iter();
    let methods = book.methods.iter().map(|method| Some(method.id.clone()));
    let autopay = by_hand.chain(methods.map(Pick::Autopay)).collect();
    let charged = [UpfrontDue::FirstInstallment, UpfrontDue::AtPurchase].map(Pick::Charged);
    let rare = |name| Field::text(name, "").optional();
    vec![
        Field::text(F::Item, ""),
        Field::text(F::Price, ""),
        Field::choice(F::Line, lines, &Pick::Line(line)),
        Field::text(F::Periods, ""),
        Field::choice(F::Fee, kinds, &Pick::Fee(FeeKind::None)),
        Field::text(F::Rate, ""),
        Field::text(F::FirstDue, ""),
        Field::text(F::PaidThrough, ""),
        Field::text(F::Bought, ""),
        Field::choice(F::Autopay, autopay, &Pick::Autopay(None)),
        Field::more(),
        rare(F::DownPayment),
        rare(F::Financed),
        rare(F::Merchant),
        rare(F::Order),
        rare(F::Note),
        rare(F::Posted),
        rare(F::Every),
        rare(F::Anchor),
        rare(F::Balloon),
        Field::choice(
            F::Subsidy,
            [false, true].map(Pick::Subsidy).to_vec(),
            &Pick::Subsidy(false),
        ),
        Field::choice(F::Charged, charged.to_vec(), &charged[0]),
    ]
}

/// Writes what is known of a plan into the fields that nobody has touched.
pub(super) fn fill(form: &mut Form, plan: &Plan, texts: Texts) {
    let currency = form.currency;
    let down = plan.down_payment.unwrap_or_default();
    let price = plan.price.unwrap_or(plan.principal + down);
    let financed = Some(plan.principal).filter(|principal| *principal != price - down);
    let anchor = Some(plan.anchor).filter(|anchor| *anchor != AnchorDay::of(plan.first_due));
    let every = Some(plan.every).filter(|every| *every != Every::MONTH);
    let (kind, rate) = written_fee(plan.fee.model, currency);
    let sum = |sum: Option<Money>| sum.map(|sum| sum.plain(currency));
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    for (name, text) in [
        (F::Item, Some(plan.item.clone())),
        (F::Price, sum(Some(price))),
        (F::DownPayment, sum(plan.down_payment)),
        (F::Financed, sum(financed)),
        (F::Periods, Some(plan.periods.to_string())),
        (F::Rate, Some(rate)),
        (F::FirstDue, day(Some(plan.first_due))),
        (F::PaidThrough, Some(plan.paid_through.to_string())),
        (F::Bought, day(plan.bought)),
        (F::Posted, day(plan.posted)),
        (F::Merchant, plan.merchant.clone()),
        (F::Order, plan.order.clone()),
        (F::Note, plan.note.clone()),
        (F::Every, every.map(|every| texts.distance(every))),
        (F::Anchor, anchor.map(|anchor| anchor.day().to_string())),
        (F::Balloon, sum(plan.balloon)),
    ] {
        form.prefill(name, &text.unwrap_or_default());
    }
    for (name, pick) in [
        (F::Fee, Pick::Fee(kind)),
        (F::Autopay, Pick::Autopay(plan.autopay.clone())),
        (F::Subsidy, Pick::Subsidy(plan.fee.subsidised)),
    ] {
        form.prefill_choice(name, &pick);
    }
    if let FeeModel::Upfront(_, due) = plan.fee.model {
        form.prefill_choice(F::Charged, &Pick::Charged(due));
    }
}

/// The kind of a fee, and its rate or sum as it is typed.
fn written_fee(model: FeeModel, currency: Currency) -> (FeeKind, String) {
    let amount = |amount| match amount {
        FeeAmount::Rate(rate) => Rate::to_string(&rate),
        FeeAmount::Total(total) => total.plain(currency),
    };
    match model {
        FeeModel::None => (FeeKind::None, String::new()),
        FeeModel::Flat(fee) => (FeeKind::Flat, amount(fee)),
        FeeModel::Upfront(fee, _) => (FeeKind::Upfront, amount(fee)),
        FeeModel::Annuity(rate) => (FeeKind::Annuity, rate.to_string()),
        FeeModel::EqualPrincipal(rate) => (FeeKind::EqualPrincipal, rate.to_string()),
        FeeModel::Daily(rate) => (FeeKind::Daily, rate.to_string()),
    }
}

/// Asks for the fields of rare use where somebody wants them, and for what belongs to the fee that
/// is chosen.
pub(super) fn show(form: &mut Form) {
    let kind = form.picked(F::Fee).cloned();
    let has_fee = kind != Some(Pick::Fee(FeeKind::None));
    form.show_rare(&RARE);
    form.show(F::Rate, has_fee);
    let shown = |form: &Form, name| form.field(name).is_some_and(|field| !field.hidden);
    form.show(F::Subsidy, has_fee && shown(form, F::Subsidy));
    let is_upfront = kind == Some(Pick::Fee(FeeKind::Upfront));
    form.show(F::Charged, is_upfront && shown(form, F::Charged));
}

/// How many installments are past their day.
pub(super) fn past(form: &Form, model: &Model) -> u32 {
    let mut read = Reader::new(form, model.today);
    let periods = read.count(F::Periods, &(1..=MOST_PERIODS));
    let Some(first) = form.day(F::FirstDue, model.today) else {
        return 0;
    };
    let (anchor, every) = (read.anchor(first), read.every());
    let due = |n| due_date(first, anchor, every, n);
    let past = (1..=periods).map_while(due);
    let past = past.take_while(|due| *due < model.today).count();
    u32::try_from(past).unwrap_or(0)
}

/// The plan that stands in the fields, as far as it can be read: the one the form is about with
/// its terms, or a new one.
pub(super) fn draft<'f>(form: &'f Form, model: &Model, book: &Book) -> Option<(Plan, Reader<'f>)> {
    let about = form.about.as_ref();
    let base = about.and_then(|about| book.plans.get(about.plan));
    let mut read = Reader::new(form, model.today);
    let item = read.needed_words(F::Item);
    let sums = Sums::read(&mut read, form);
    let first_due = read.day(F::FirstDue);
    let periods = read.count(F::Periods, &(1..=MOST_PERIODS));
    let plan = match base {
        Some(base) => Plan {
            price: base.price.map(|_| sums.price),
            ..base.clone()
        },
        None => Plan {
            price: sums.down_payment.map(|_| sums.price),
            ..Plan::new(plan_id(&item, book)?, sums.principal, periods, first_due)
        },
    };
    let plan = Plan {
        item,
        line: read.line(),
        merchant: read.words(F::Merchant),
        order: read.words(F::Order),
        note: read.words(F::Note),
        bought: read.day_as_asked(F::Bought),
        posted: read.day_if_any(F::Posted),
        down_payment: sums.down_payment,
        principal: sums.principal,
        balloon: read.money_if_any(F::Balloon, form.currency),
        periods,
        first_due,
        anchor: read.anchor(first_due),
        every: read.every(),
        fee: fee(&mut read, form, base),
        autopay: read.method(F::Autopay),
        paid_through: match form.field(F::PaidThrough) {
            Some(field) if !field.hidden => read.count(F::PaidThrough, &(0..=periods)),
            _ => 0,
        },
        ..plan
    };
    Some((plan, read))
}

/// The fee; a merchant bears none where none is charged.
fn fee(read: &mut Reader<'_>, form: &Form, base: Option<&Plan>) -> Fee {
    let model = read.fee(form.currency);
    let is_borne = form.picked(F::Subsidy) == Some(&Pick::Subsidy(true));
    let as_before = base.is_some_and(|base| base.fee.model == model);
    Fee {
        model,
        subsidised: is_borne && (model != FeeModel::None || as_before),
    }
}

/// What a plan costs and finances.
struct Sums {
    price: Money,
    down_payment: Option<Money>,
    principal: Money,
}

impl Sums {
    fn read(read: &mut Reader<'_>, form: &Form) -> Self {
        let price = read.positive(F::Price, form.currency);
        let down_payment = read.money_if_any(F::DownPayment, form.currency);
        let down_payment = down_payment.filter(|amount| amount.is_positive());
        if down_payment.is_some_and(|amount| amount >= price) && read.is_right(&[F::Price]) {
            read.keep::<()>(F::DownPayment, Err(Mistake::NotBelowPrice));
        }
        let financed = read.money_if_any(F::Financed, form.currency);
        Self {
            price,
            down_payment,
            principal: financed.unwrap_or(price - down_payment.unwrap_or_default()),
        }
    }
}

/// Nothing where the form has no book to be about.
pub(super) fn drafted(form: &Form, model: &Model) -> Result<Plan, Mistakes> {
    let drafted = model.book().and_then(|book| draft(form, model, book));
    let (plan, read) = drafted.ok_or_else(Vec::new)?;
    read.done(plan)
}
