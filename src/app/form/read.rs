//! What stands in the fields, as values.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::choice::{FeeKind, Pick};
use super::field::{FieldName, Mistake};
use super::{Form, Mistakes};
use crate::domain::due::{AnchorDay, Every};
use crate::domain::fee::{FeeAmount, FeeModel, UpfrontDue};
use crate::domain::money::NotMoney;
use crate::domain::{Currency, LineId, MethodId, Money, Rate, Refusal};
use crate::settings::half_width::half_width;
use crate::settings::typed_amount::{typed_amount, typed_signed_amount};
use crate::settings::typed_date::typed_date;
use crate::settings::typed_every::typed_every;

/// Reads the fields of a form and keeps what is wrong with them. Each reading gives a value in any
/// case; what stands for a wrong one is used only if the mistakes are overlooked.
pub(super) struct Reader<'f> {
    form: &'f Form,
    today: NaiveDate,
    mistakes: Mistakes,
}

impl<'f> Reader<'f> {
    pub(super) fn new(form: &'f Form, today: NaiveDate) -> Self {
        Self {
            form,
            today,
            mistakes: Vec::new(),
        }
    }

    /// The value made of what was read, or everything that is wrong.
    pub(super) fn done<T>(self, value: T) -> Result<T, Mistakes> {
        if self.mistakes.is_empty() {
            Ok(value)
        } else {
            Err(self.mistakes)
        }
    }

    /// True where nothing is wrong with any of these fields.
    pub(super) fn is_right(&self, fields: &[FieldName]) -> bool {
        !self.mistakes.iter().any(|(name, _)| fields.contains(name))
    }

    /// Keeps a mistake, if it is one.
    pub(super) fn keep<T>(&mut self, name: FieldName, read: Result<T, Mistake>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(mistake) => {
                self.mistakes.push((name, mistake));
                None
            }
        }
    }

    pub(super) fn money(&mut self, name: FieldName, currency: Currency) -> Money {
        let read = amount(self.form.text(name), currency);
        self.keep(name, read).unwrap_or_default()
    }

    /// An amount above zero.
    pub(super) fn positive(&mut self, name: FieldName, currency: Currency) -> Money {
        let read = amount(self.form.text(name), currency);
        let read = read.and_then(|amount| {
            let is_positive = amount.is_positive();
            is_positive.then_some(amount).ok_or(Mistake::NotPositive)
        });
        self.keep(name, read).unwrap_or_default()
    }

    /// An amount, or nothing where the field is empty.
    pub(super) fn money_if_any(&mut self, name: FieldName, currency: Currency) -> Option<Money> {
        let text = self.form.text(name);
        if text.trim().is_empty() {
            return None;
        }
        let read = amount(text, currency);
        self.keep(name, read)
    }

    pub(super) fn day(&mut self, name: FieldName) -> NaiveDate {
        let read = self.date(name);
        self.keep(name, read).unwrap_or(self.today)
    }

    /// A day, or nothing where the field is empty.
    pub(super) fn day_if_any(&mut self, name: FieldName) -> Option<NaiveDate> {
        if self.form.text(name).trim().is_empty() {
            return None;
        }
        Some(self.day(name))
    }

    /// A day, which may be missing where the form lets it.
    pub(super) fn day_as_asked(&mut self, name: FieldName) -> Option<NaiveDate> {
        let is_optional = self.form.field(name).is_some_and(|field| field.optional);
        if is_optional {
            self.day_if_any(name)
        } else {
            Some(self.day(name))
        }
    }

    /// Today or a later day.
    pub(super) fn not_past(&mut self, name: FieldName) -> NaiveDate {
        let read = self.date(name).and_then(|day| {
            let is_past = day < self.today;
            let refused = Mistake::Refused(Refusal::InPast(day));
            if is_past { Err(refused) } else { Ok(day) }
        });
        self.keep(name, read).unwrap_or(self.today)
    }

    /// An amount that may be below zero.
    pub(super) fn signed(&mut self, name: FieldName, currency: Currency) -> Money {
        let read = filled(self.form.text(name))
            .and_then(|text| typed_signed_amount(text, currency).map_err(of_money));
        self.keep(name, read).unwrap_or_default()
    }

    /// The day that stands in a field; nothing is kept.
    pub(super) fn date(&self, name: FieldName) -> Result<NaiveDate, Mistake> {
        let text = filled(self.form.text(name))?;
        typed_date(text, self.today).or(Err(Mistake::NotADay))
    }

    /// A whole number.
    pub(super) fn count(&mut self, name: FieldName, range: &RangeInclusive<u32>) -> u32 {
        let read = filled(self.form.text(name)).and_then(|text| {
            let number: Option<u32> = half_width(text).parse().ok();
            let number = number.filter(|number| range.contains(number));
            number.ok_or(Mistake::NotACount(*range.start(), *range.end()))
        });
        self.keep(name, read).unwrap_or(*range.start())
    }

    /// A whole number, or nothing where the field is empty.
    pub(super) fn count_if_any(
        &mut self,
        name: FieldName,
        range: &RangeInclusive<u32>,
    ) -> Option<u32> {
        if self.form.text(name).trim().is_empty() {
            return None;
        }
        Some(self.count(name, range))
    }

    /// The distance between installments; a month where nothing is said.
    pub(super) fn every(&mut self) -> Every {
        let text = self.form.text(FieldName::Every).trim();
        if text.is_empty() {
            return Every::MONTH;
        }
        let read = typed_every(text).ok_or(Mistake::NotADistance);
        self.keep(FieldName::Every, read).unwrap_or(Every::MONTH)
    }

    /// The day of the month installments aim at; that of the first one where nothing is said.
    pub(super) fn anchor(&mut self, first_due: NaiveDate) -> AnchorDay {
        let day = self.count_if_any(FieldName::Anchor, &(1..=31));
        let stated = day.and_then(AnchorDay::new);
        stated.unwrap_or(AnchorDay::of(first_due))
    }

    /// Words; `None` where there are none.
    pub(super) fn words(&self, name: FieldName) -> Option<String> {
        let text = self.form.text(name).trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// Words that must not be missing.
    pub(super) fn needed_words(&mut self, name: FieldName) -> String {
        let read = filled(self.form.text(name)).map(str::to_owned);
        self.keep(name, read).unwrap_or_default()
    }

    pub(super) fn method(&self, name: FieldName) -> Option<MethodId> {
        match self.form.picked(name)? {
            Pick::Method(id) | Pick::Autopay(id) => id.clone(),
            _ => None,
        }
    }

    pub(super) fn line(&self) -> Option<LineId> {
        match self.form.picked(FieldName::Line)? {
            Pick::Line(id) => id.clone(),
            _ => None,
        }
    }

    /// The fee: its kind and its rate or sum.
    pub(super) fn fee(&mut self, currency: Currency) -> FeeModel {
        let kind = match self.form.picked(FieldName::Fee) {
            Some(Pick::Fee(kind)) => *kind,
            _ => FeeKind::None,
        };
        let read = fee(kind, self.form.text(FieldName::Rate), currency);
        match (
            self.keep(FieldName::Rate, read).unwrap_or_default(),
            self.form.picked(FieldName::Charged),
        ) {
            (FeeModel::Upfront(amount, _), Some(Pick::Charged(due))) => {
                FeeModel::Upfront(amount, *due)
            }
            (model, _) => model,
        }
    }
}

fn filled(text: &str) -> Result<&str, Mistake> {
    let text = text.trim();
    if text.is_empty() {
        Err(Mistake::Empty)
    } else {
        Ok(text)
    }
}

fn amount(text: &str, currency: Currency) -> Result<Money, Mistake> {
    typed_amount(filled(text)?, currency).map_err(of_money)
}

fn of_money(error: NotMoney) -> Mistake {
    match error {
        NotMoney::TooManyDecimals(most) => Mistake::Refused(Refusal::TooManyDecimals(most)),
        NotMoney::NotANumber | NotMoney::TooLarge => Mistake::NotAnAmount,
    }
}

/// A fee of this kind by what was typed: a percentage, or for fees that may be stated so the
/// whole sum.
fn fee(kind: FeeKind, text: &str, currency: Currency) -> Result<FeeModel, Mistake> {
    if kind == FeeKind::None {
        return Ok(FeeModel::None);
    }
    let text = half_width(filled(text)?);
    let rate = Rate::parse(&text).or(Err(Mistake::NotARate));
    let sum_or_rate = || match rate.clone() {
        Ok(rate) => Ok(FeeAmount::Rate(rate)),
        Err(mistake) => typed_amount(&text, currency)
            .map(FeeAmount::Total)
            .or(Err(mistake)),
    };
    Ok(match kind {
        FeeKind::None => FeeModel::None,
        FeeKind::Flat => FeeModel::Flat(sum_or_rate()?),
        FeeKind::Upfront => FeeModel::Upfront(sum_or_rate()?, UpfrontDue::FirstInstallment),
        FeeKind::Annuity => FeeModel::Annuity(rate?),
        FeeKind::EqualPrincipal => FeeModel::EqualPrincipal(rate?),
        FeeKind::Daily => FeeModel::Daily(rate?),
    })
}
