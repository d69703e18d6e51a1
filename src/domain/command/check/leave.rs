//! Lines and ways to pay that leave the book: only those that nothing of it speaks of.

use crate::domain::book::Book;
use crate::domain::command::TermsChange;
use crate::domain::id::{LineId, MethodId};
use crate::domain::plan::Plan;
use crate::domain::refusal::Refusal;

pub(super) fn line(book: &Book, id: &LineId) -> Result<TermsChange, Refusal> {
    let mut lines = book.lines.iter();
    let line = lines.position(|line| line.id == *id);
    let line = line.ok_or_else(|| Refusal::UnknownLine(id.clone()))?;
    unused(book, |plan| plan.line.as_ref() == Some(id))?;
    let mut cases = book.cases.iter();
    match cases.find(|case| case.line.as_ref() == Some(id)) {
        Some(case) => Err(Refusal::HasCase(case.id.clone())),
        None => Ok(TermsChange::RemoveLine { line }),
    }
}

pub(super) fn method(book: &Book, id: &MethodId) -> Result<TermsChange, Refusal> {
    let mut methods = book.methods.iter();
    let method = methods.position(|method| method.id == *id);
    let method = method.ok_or_else(|| Refusal::UnknownMethod(id.clone()))?;
    unused(book, |plan| {
        let mut payments = plan.payments.iter();
        plan.autopay.as_ref() == Some(id)
            || payments.any(|payment| payment.via.as_ref() == Some(id))
    })?;
    Ok(TermsChange::RemoveMethod { method })
}

fn unused(book: &Book, uses: impl Fn(&Plan) -> bool) -> Result<(), Refusal> {
    let mut using = book.plans.iter().filter(|plan| uses(plan));
    match using.next() {
        Some(first) => Err(Refusal::InUse {
            plan: first.id.clone(),
            more: using.count(),
        }),
        None => Ok(()),
    }
}
