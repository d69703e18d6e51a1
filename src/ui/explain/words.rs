//! A figure and its parts in words.

use ratatui::text::{Line, Span};

use super::Row;
use crate::app::explain::{ExplainPart, Explanation, Figured, Subject};
use crate::domain::Money;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;
use crate::ui::scene::Scene;

/// What is explained, and the figure.
pub(super) fn subject<'m>(scene: Scene<'m>, shown: &Explanation) -> Row<'m> {
    let (name, what) = names(scene, &shown.subject);
    let mut words = Line::default();
    if !name.is_empty() {
        words.push_span(scene.bold(name, Role::Text));
        words.push_span(Span::raw("  "));
    }
    words.push_span(scene.muted(what));
    Row {
        words,
        figure: figure(scene, shown),
    }
}

/// What the parts make: a sum, or a rate.
pub(super) fn sum<'m>(scene: Scene<'m>, shown: &Explanation) -> Row<'m> {
    let is_unknown = shown.figure == Figured::Amount(None);
    let label = if is_unknown {
        scene.texts.explain_unknown().to_owned()
    } else {
        format!("= {}", names(scene, &shown.subject).1)
    };
    Row {
        words: Line::from(scene.text(label)),
        figure: figure(scene, shown),
    }
}

fn figure<'m>(scene: Scene<'m>, shown: &Explanation) -> Line<'m> {
    let bold = |text: String| Line::from(scene.bold(text, Role::Text));
    match shown.figure {
        Figured::Amount(Some(amount)) => bold(scene.exact(amount, shown.currency)),
        Figured::Yearly(Some(nominal), Some(effective)) => {
            let texts = scene.texts;
            let both = [
                (texts.plan_nominal(), nominal),
                (texts.plan_effective(), effective),
            ];
            let both = both.map(|(word, rate)| format!("{word} {rate}"));
            bold(both.join(" · "))
        }
        _ => Line::from(scene.muted("—")),
    }
}

/// The thing and which figure of it.
fn names<'m>(scene: Scene<'m>, subject: &Subject) -> (&'m str, String) {
    let texts = scene.texts;
    let plan = |index: usize, what: &str| (scene.item(index), what.to_owned());
    let line = |index: usize, what: &str| (scene.line_name(index), what.to_owned());
    match subject {
        Subject::Installment { index, n, .. } => plan(*index, &texts.explain_installment(*n)),
        Subject::LateCost { index, n } => plan(*index, &texts.explain_late_cost(*n)),
        Subject::Outstanding { index, .. } => plan(*index, texts.explain_outstanding()),
        Subject::Yearly { index } => plan(*index, texts.plan_yearly()),
        Subject::Uses { index } => plan(*index, texts.explain_uses()),
        Subject::Settle { index } => plan(*index, texts.explain_settle()),
        Subject::Available { index, .. } => line(*index, texts.explain_available()),
        Subject::Used { index } => line(*index, texts.explain_used_in_all()),
        Subject::Expected { index } => line(*index, texts.explain_expected()),
        Subject::Case { index } => line(*index, texts.explain_case()),
        sum => ("", of_sum(texts, sum)),
    }
}

/// The name of a sum, or of a figure of a purchase.
fn of_sum(texts: Texts, subject: &Subject) -> String {
    match subject {
        Subject::MonthLeft => texts.explain_month_left().to_owned(),
        Subject::Overdue => texts.explain_overdue().to_owned(),
        Subject::Free => texts.explain_free().to_owned(),
        Subject::Out => texts.explain_all_out().to_owned(),
        Subject::Ahead { days } => texts.explain_ahead(*days),
        Subject::AllOpen => texts.explain_all_open().to_owned(),
        Subject::Month(first) => texts.explain_month(&texts.month_of_year(*first)),
        Subject::Day(day) => texts.explain_day(&day.to_string()),
        Subject::Span(from, to) => texts.explain_span(&from.to_string(), &to.to_string()),
        Subject::TrialEach { periods } => texts.explain_trial_each(*periods),
        Subject::TrialTotal { periods } => texts.explain_trial_total(*periods),
        Subject::TrialYearly { .. } => texts.plan_yearly().to_owned(),
        _ => String::new(),
    }
}

/// How the parts make the figure.
pub(super) fn how(texts: Texts, shown: &Explanation) -> String {
    let how = match shown.subject {
        Subject::Installment { .. } | Subject::TrialEach { .. } => texts.how_installment(),
        Subject::LateCost { .. } => texts.how_late(),
        Subject::Outstanding { .. } => texts.how_outstanding(),
        Subject::Yearly { .. } | Subject::TrialYearly { .. } => texts.how_yearly(),
        Subject::Uses { .. } | Subject::Used { .. } => texts.how_uses(),
        Subject::Settle { .. } => texts.how_settle(),
        Subject::Available { .. } => texts.how_available(),
        Subject::Expected { .. } | Subject::Case { .. } | Subject::Out => texts.how_out(),
        Subject::MonthLeft | Subject::Month(_) => texts.how_month(),
        Subject::Overdue => texts.how_overdue(),
        Subject::Free => texts.how_free(),
        Subject::Ahead { .. } | Subject::AllOpen => texts.how_open(),
        Subject::Day(_) | Subject::Span(..) => texts.how_span(),
        Subject::TrialTotal { .. } => texts.how_trial(),
    };
    how.to_owned()
}

/// A part with the amount that it adds or takes off.
pub(super) fn part<'m>(scene: Scene<'m>, shown: &Explanation, part: &ExplainPart) -> Row<'m> {
    let amount = part.amount();
    let is_added = amount.is_positive() && !scene.amounts().hidden;
    let sign = if is_added { "+" } else { "" };
    let figure = scene.exact(amount, shown.currency);
    Row {
        words: Line::from(scene.muted(said(scene, shown, part))),
        figure: Line::from(scene.text(format!("{sign}{figure}"))),
    }
}

fn said(scene: Scene<'_>, shown: &Explanation, part: &ExplainPart) -> String {
    let texts = scene.texts;
    let exact = |amount: Money| scene.exact(amount, shown.currency);
    match part {
        ExplainPart::Principal {
            from_bill: false,
            of,
            periods,
            ..
        } => texts.explain_principal(&exact(*of), *periods),
        ExplainPart::Fee {
            from_bill: false,
            model,
            ..
        } => texts.explain_fee(&texts.stated_fee(model, scene.amounts(), shown.currency)),
        ExplainPart::Paid { on: Some(on), .. } => texts.explain_paid_on(&scene.date(*on)),
        ExplainPart::Total { periods, .. } => texts.explain_total(*periods),
        ExplainPart::Owed { plan, n, due, .. } => {
            texts.explain_owed(&scene.date(*due), scene.item(*plan), *n)
        }
        ExplainPart::Frees { n, .. } => texts.explain_frees(*n),
        ExplainPart::Late { days, .. } => texts.explain_late(*days),
        ExplainPart::LineFree { line, .. } => scene.line_name(*line).to_owned(),
        ExplainPart::Used { plan, .. } => texts.explain_used(scene.item(*plan)),
        ExplainPart::Out { freed, .. } => {
            texts.explain_out(scene.item(freed.plan), freed.n, &scene.date(freed.paid_on))
        }
        other => plain(texts, other).to_owned(),
    }
}

/// The parts that need no name or number.
const fn plain(texts: Texts, part: &ExplainPart) -> &'static str {
    match part {
        ExplainPart::Principal { .. } => texts.explain_principal_bill(),
        ExplainPart::Fee { .. } => texts.explain_fee_bill(),
        ExplainPart::Discount(_) => texts.explain_discount(),
        ExplainPart::Refunded(_) => texts.explain_refunded(),
        ExplainPart::Settled(_) => texts.explain_settled(),
        ExplainPart::Waived(_) => texts.explain_waived(),
        ExplainPart::Replaced(_) => texts.explain_replaced(),
        ExplainPart::OpenPrincipal(_) => texts.explain_open_principal(),
        ExplainPart::SettleFees(_) => texts.explain_settle_fees(),
        ExplainPart::Received(_) => texts.explain_received(),
        ExplainPart::Limit(_) => texts.explain_limit(),
        ExplainPart::Temporary(_) => texts.explain_temporary(),
        ExplainPart::Frozen(_) => texts.explain_frozen(),
        ExplainPart::Now(_) => texts.explain_available(),
        ExplainPart::Price(_) => texts.explain_price(),
        ExplainPart::DownPayment(_) => texts.explain_down_payment(),
        ExplainPart::Fees(_) => texts.explain_fees(),
        _ => texts.explain_paid(),
    }
}
