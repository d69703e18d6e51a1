//! What a choice offers.

use std::sync::Arc;

use crate::app::action::Step;
use crate::domain::case::CaseKind;
use crate::domain::fee::UpfrontDue;
use crate::domain::line::LineStatus;
use crate::domain::method::MethodKind;
use crate::domain::rulebook::Provider;
use crate::domain::{Book, LineId, MethodId};
use crate::settings::pinyin::begins_with;
use crate::settings::texts::Texts;

/// A field to choose in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What there is, in the order of the screen.
    pub options: Vec<Pick>,
    /// Which of them is chosen.
    pub chosen: usize,
    /// Which of them is meant where nothing is said.
    pub usual: usize,
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// A way to pay, or unsaid.
    Method(Option<MethodId>),
    /// A way that pays by itself, or by hand.
    Autopay(Option<MethodId>),
    /// A line, or none.
    Line(Option<LineId>),
    /// How a plan is charged.
    Fee(FeeKind),
    /// That nobody knows how it is charged.
    FeeUnknown,
    /// From which installment on a fee holds; none: for the whole plan.
    FeeFrom(Option<u32>),
    /// Whether all later installments change too.
    AndLater(bool),
    /// What a case is about.
    CaseKind(CaseKind),
    /// Whose line it is, or unsaid.
    Provider(Option<ProviderPick>),
    /// Whether a line can be used.
    Status(LineStatus),
    /// What a way to pay is.
    MethodKind(MethodKind),
    /// Whether the merchant bears the fee.
    Subsidy(bool),
    /// When an upfront fee is taken.
    Charged(UpfrontDue),
    /// Whether rare fields are asked for.
    More(bool),
}

/// A provider by the id that a line names, and what the rulebook knows of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderPick {
    /// Its id.
    pub id: String,
    /// What is known of it.
    pub preset: Option<Arc<Provider>>,
}

/// How a plan is charged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeeKind {
    /// Not at all.
    None,
    /// The same every period.
    Flat,
    /// Once, with the first installment.
    Upfront,
    /// Equal installments, by a yearly rate.
    Annuity,
    /// Equal principal parts, by a yearly rate.
    EqualPrincipal,
    /// By the day.
    Daily,
}

impl FeeKind {
    /// All of them, in the order of the screen.
    pub const ALL: [Self; 6] = [
        Self::None,
        Self::Flat,
        Self::Upfront,
        Self::Annuity,
        Self::EqualPrincipal,
        Self::Daily,
    ];
}

impl Choice {
    /// What is chosen.
    pub fn picked(&self) -> Option<&Pick> {
        self.options.get(self.chosen)
    }

    /// Chooses an option, if there is such a one.
    pub(super) fn pick(&mut self, pick: &Pick) {
        let at = self.options.iter().position(|option| option == pick);
        self.chosen = at.unwrap_or(self.chosen);
    }

    /// The next or previous one, round and round.
    pub(super) fn step(&mut self, step: Step) {
        self.chosen = step.round(self.chosen, self.options.len());
    }

    /// The next option whose name begins with a letter.
    pub(super) fn step_to_letter(&mut self, letter: char, book: Option<&Book>, texts: Texts) {
        let begins = |at: &usize| {
            let option = self.options.get(*at);
            option.is_some_and(|option| begins_with(&option.name(book, texts), letter))
        };
        let behind = (self.chosen + 1..self.options.len()).find(begins);
        if let Some(at) = behind.or_else(|| (0..self.chosen).find(begins)) {
            self.chosen = at;
        }
    }
}

impl Pick {
    /// What it is called.
    pub fn name(&self, book: Option<&Book>, texts: Texts) -> String {
        let method = |id: &MethodId| {
            let method = book.and_then(|book| book.method(id));
            method.map_or_else(|| id.to_string(), |method| method.name.clone())
        };
        match self {
            Self::Method(Some(id)) | Self::Autopay(Some(id)) => method(id),
            Self::Method(None) => texts.form_unsaid().to_owned(),
            Self::Autopay(None) => texts.plan_by_hand().to_owned(),
            Self::Line(Some(id)) => {
                let line = book.and_then(|book| book.line(id));
                line.map_or_else(|| id.to_string(), |line| line.name.clone())
            }
            Self::Line(None) => texts.form_no_line().to_owned(),
            Self::Fee(kind) => texts.fee_kind(*kind).to_owned(),
            Self::CaseKind(kind) => texts.case_kind(*kind).to_owned(),
            Self::FeeUnknown => texts.trial_unknown().to_owned(),
            Self::Provider(provider) => match provider {
                None => texts.form_unsaid().to_owned(),
                Some(ProviderPick { id, preset }) => preset
                    .as_ref()
                    .map_or_else(|| id.clone(), |known| texts.of_both(&known.name).to_owned()),
            },
            Self::Status(status) => texts.line_status(*status).to_owned(),
            Self::MethodKind(kind) => texts.method_kind(*kind).to_owned(),
            Self::Subsidy(is_borne) => texts.subsidised(*is_borne).to_owned(),
            Self::Charged(UpfrontDue::FirstInstallment) => texts.form_charged_first().to_owned(),
            Self::Charged(UpfrontDue::AtPurchase) => texts.form_charged_at_once().to_owned(),
            Self::More(false) => texts.form_fewer().to_owned(),
            Self::More(true) => texts.form_all().to_owned(),
            Self::FeeFrom(Some(n)) => texts.form_fee_from_n(*n),
            Self::FeeFrom(None) => texts.form_fee_whole().to_owned(),
            Self::AndLater(false) => texts.form_this_one().to_owned(),
            Self::AndLater(true) => texts.form_and_later().to_owned(),
        }
    }
}

impl Texts {
    /// What a way to pay is.
    pub const fn method_kind(self, kind: MethodKind) -> &'static str {
        match kind {
            MethodKind::DebitCard => self.form_debit_card(),
            MethodKind::CreditCard => self.form_credit_card(),
            MethodKind::Wallet => self.form_wallet(),
            MethodKind::BankTransfer => self.form_transfer(),
            MethodKind::Other => self.form_other(),
        }
    }

    const fn subsidised(self, is_borne: bool) -> &'static str {
        if is_borne {
            self.form_borne()
        } else {
            self.form_not_borne()
        }
    }

    /// How a plan is charged, in a word or two.
    pub const fn fee_kind(self, kind: FeeKind) -> &'static str {
        match kind {
            FeeKind::None => self.form_fee_none(),
            FeeKind::Flat => self.form_fee_flat(),
            FeeKind::Upfront => self.form_fee_upfront(),
            FeeKind::Annuity => self.form_fee_annuity(),
            FeeKind::EqualPrincipal => self.form_fee_equal_principal(),
            FeeKind::Daily => self.form_fee_daily(),
        }
    }
}
