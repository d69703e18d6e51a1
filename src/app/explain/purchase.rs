//! The figures of a purchase that is thought of: of the row that is chosen.

use super::plans::cost_parts;
use super::{ExplainPart, Explanation, Figured, Subject};
use crate::app::form::what_if::asked;
use crate::app::model::Model;
use crate::domain::doubt::Figure;
use crate::domain::fee::Fee;

/// Each payment, all of them, the yearly rates.
pub(super) fn all(model: &Model) -> Vec<Option<Explanation>> {
    vec![each(model), total(model), yearly(model)]
}

fn each(model: &Model) -> Option<Explanation> {
    let what_if = model.what_if.as_ref()?;
    let answer = what_if.answer.as_ref()?;
    let row = answer.rows.get(answer.chosen)?;
    let asked = asked(&what_if.form, model).ok()?;
    let mut parts = vec![ExplainPart::Principal {
        amount: row.each - row.fee_of_each,
        of: asked.price - asked.down_payment,
        periods: row.periods,
        from_bill: false,
    }];
    parts.extend(asked.fee.map(|model| ExplainPart::Fee {
        amount: row.fee_of_each,
        model: Fee {
            model,
            subsidised: false,
        },
        from_bill: false,
    }));
    let subject = Subject::TrialEach {
        periods: row.periods,
    };
    let line = asked.line.as_ref().and_then(|id| model.book()?.line(id));
    let explained = Explanation::amount(subject, answer.currency, row.each, parts);
    Some(explained.by_rules_of(Figure::Schedule, None, line, model.today))
}

fn total(model: &Model) -> Option<Explanation> {
    let what_if = model.what_if.as_ref()?;
    let answer = what_if.answer.as_ref()?;
    let row = answer.rows.get(answer.chosen)?;
    let asked = asked(&what_if.form, model).ok()?;
    let cost = row.cost?;
    let mut parts = vec![ExplainPart::Price(asked.price)];
    if asked.down_payment.is_positive() {
        parts.push(ExplainPart::DownPayment(-asked.down_payment));
    }
    parts.push(ExplainPart::Fees(cost.fees));
    let subject = Subject::TrialTotal {
        periods: row.periods,
    };
    Some(Explanation::amount(
        subject,
        answer.currency,
        cost.total,
        parts,
    ))
}

fn yearly(model: &Model) -> Option<Explanation> {
    let answer = model.what_if.as_ref()?.answer.as_ref()?;
    let row = answer.rows.get(answer.chosen)?;
    let cost = row.cost?.cost;
    let figure = Figured::Yearly(cost.nominal, cost.effective);
    let subject = Subject::TrialYearly {
        periods: row.periods,
    };
    let parts = cost_parts(&cost, row.periods);
    Some(Explanation::new(subject, answer.currency, figure, parts))
}
