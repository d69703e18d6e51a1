//! Where a plan is paid and how to reach its provider, as far as it is written down.

use super::Show;
use crate::cli::answer::View;
use crate::cli::print::{Align, Cell, Page};
use crate::domain::plan::Plan;
use crate::domain::way::WhereToPay;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// The path of the way that is open for a plan.
pub(super) fn pay_at<'v>(view: &'v View<'v>, plan: &Plan) -> Option<&'v str> {
    match WhereToPay::of(view.book.line_of(plan)?, view.today()) {
        WhereToPay::At(way, _) => Some(&way.path),
        WhereToPay::NotRecorded | WhereToPay::AllClosed(..) => None,
    }
}

impl Show<'_> {
    /// Where to pay, whom to ask; what nobody wrote down is named.
    pub(super) fn place(&self, page: &mut Page, texts: Texts) {
        let Some(line) = self.view.book.line_of(self.the_plan) else {
            return;
        };
        let known = |fact: &Option<String>| {
            let fact = fact.clone();
            fact.unwrap_or_else(|| texts.cli_way_not_recorded().to_owned())
        };
        let at = texts.where_to_pay(WhereToPay::of(line, self.today.0));
        let rows = [
            (texts.cli_way_pay_at(), at),
            (texts.cli_hotline(), known(&line.contact.hotline)),
            (texts.cli_service(), known(&line.contact.service)),
        ]
        .map(|(label, fact)| vec![Cell::in_role(label, Role::Muted), Cell::new(fact)]);
        page.gap();
        page.table(&[Align::Left; 2], &rows);
    }
}
