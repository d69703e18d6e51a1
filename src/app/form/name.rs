//! Every field that a form may have: what it is called, what it holds, what it understands.

use crate::settings::texts::Texts;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Money,
    Day,
    Other,
}

/// Declares each field once: what it holds, its label, what help says of it.
macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident $holds:ident $label:ident $help:ident;)+) => {
        /// Every field that a form may have.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum FieldName {
            $($(#[$doc])* $name,)+
        }

        impl FieldName {
            /// All fields.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            const fn holds(self) -> Holds {
                match self {
                    $(Self::$name => Holds::$holds,)+
                }
            }

            /// What it is called.
            pub const fn label(self, texts: Texts) -> &'static str {
                match self {
                    $(Self::$name => texts.$label(),)+
                }
            }

            /// What it understands.
            pub const fn help(self, texts: Texts) -> &'static str {
                match self {
                    $(Self::$name => texts.$help(),)+
                }
            }
        }
    };
}

fields! {
    /// An amount of money that changes hands.
    Amount Money form_amount chrome_field_amount;
    /// The day it does.
    Date Day form_date chrome_field_date;
    /// From where.
    Via Other form_via chrome_field_via;
    /// The reference of the bank or provider.
    Reference Other form_reference chrome_field_reference;
    /// What was bought.
    Item Other form_item field_item;
    /// Its price.
    Price Money form_price field_price;
    /// What is paid at once.
    DownPayment Money form_down_payment field_down_payment;
    /// What is financed, where that is not the price less the down payment.
    Financed Money form_financed_label field_financed;
    /// The line whose limit it uses.
    Line Other form_line field_line;
    /// How many installments.
    Periods Other form_periods field_periods;
    /// How it is charged.
    Fee Other form_fee field_fee;
    /// How much: a percentage, or the whole sum.
    Rate Other form_rate field_rate;
    /// From which installment on that holds.
    FeeFrom Other form_fee_from field_fee_from;
    /// When an upfront fee is taken.
    Charged Other form_charged field_charged;
    /// Whether the merchant bears the fee.
    Subsidy Other form_subsidy field_subsidy;
    /// When the first installment is due.
    FirstDue Day form_first_due field_first_due;
    /// How many installments were paid before the book knew the plan.
    PaidThrough Other form_paid_through field_paid_through;
    /// The order day.
    Bought Day form_bought field_bought;
    /// The posting day.
    Posted Day form_posted field_posted;
    /// The distance between installments.
    Every Other form_every field_every;
    /// The day of the month that installments aim at.
    Anchor Other form_anchor field_anchor;
    /// What the last installment takes on top.
    Balloon Money form_balloon field_balloon;
    /// Where.
    Merchant Other form_merchant field_merchant;
    /// Which method pays by itself.
    Autopay Other form_autopay field_autopay;
    /// The order number.
    Order Other form_order field_order;
    /// A note.
    Note Other form_note field_note;
    /// Whether the fields that are rarely used are asked for.
    More Other form_more field_more;
    /// The day an installment moves to.
    MovedTo Day form_moved_to field_moved_to;
    /// What moving it costs.
    MoveFee Money form_move_fee field_move_fee;
    /// The last day of a pause.
    Until Day form_until field_until;
    /// Why.
    Why Other form_why field_why;
    /// The due date of the provider's bill.
    Due Day form_due_date field_due_date;
    /// The principal of the provider's bill.
    Principal Money form_principal field_principal;
    /// The fee of the provider's bill.
    FeePart Money form_fee field_fee_part;
    /// This installment, or all later ones too.
    Reach Other form_reach field_reach;
    /// What a case is about.
    Kind Other form_kind field_kind;
    /// What was said.
    What Other form_what field_what;
    /// The day promised for the answer.
    Promise Day form_promise field_promise;
    /// The day of the next step.
    Next Day form_next field_next;
    /// How a case ended.
    Outcome Other form_outcome field_outcome;
    /// The file that proves something.
    Path Other form_path field_path;
    /// What the app shows as available.
    Shown Money form_shown field_shown;
    /// How much limit is wanted.
    Wanted Money form_wanted field_wanted;
    /// By which day.
    By Day form_by_day field_by_day;
    /// The most that can be paid today.
    Cash Money form_cash field_cash;
    /// What a line or a way to pay is called.
    Name Other form_name field_name;
    /// Whose line it is.
    Provider Other form_provider field_provider;
    /// Which login it belongs to.
    Account Other form_account field_account;
    /// The currency of its amounts.
    Currency Other form_currency field_currency;
    /// Its fixed limit.
    Total Money form_total_limit field_total_limit;
    /// Since when that holds.
    Since Day form_since field_since;
    /// Why it changed.
    SinceWhy Other form_why field_since_why;
    /// What is added for a while.
    Temporary Money form_temporary field_temporary;
    /// The last day of that.
    TemporaryUntil Day form_temporary_until field_temporary_until;
    /// The part the provider has blocked.
    Frozen Money form_frozen field_frozen;
    /// Whether it can be used.
    Status Other form_status field_status;
    /// The last valid day of the identity papers.
    IdentityExpires Day form_identity field_identity;
    /// The day of the month a bill is made on.
    BillDay Other form_bill_day field_bill_day;
    /// The day of the month it is due.
    BillDue Other form_bill_due field_bill_due;
    /// How many working days a freed limit takes.
    RestoreDays Other form_restore_days field_restore_days;
    /// How many days late do not count as late.
    GraceDays Other form_grace_days field_grace_days;
    /// The smallest price that may be split.
    MinPurchase Money form_min_purchase field_min_purchase;
    /// The last day of an outage.
    MaintenanceUntil Day form_maintenance field_maintenance;
    /// Where it can be used.
    Region Other form_region field_region;
    /// What a way to pay is.
    MethodKind Other form_method_kind field_method_kind;
    /// Its last four digits.
    Last4 Other form_last4 field_last4;
    /// The most one payment may be.
    PerPayment Money form_per_payment field_per_payment;
    /// Its last valid day.
    Expires Day form_expires field_expires;
    /// What is on it.
    Balance Money form_balance field_balance;
}

impl FieldName {
    /// True for fields that hold an amount of money.
    pub fn is_amount(self) -> bool {
        self.holds() == Holds::Money
    }

    /// True for fields whose prefilled text is masked while amounts are hidden.
    pub fn is_private(self) -> bool {
        let is_number = matches!(
            self,
            Self::Reference | Self::Order | Self::Note | Self::What | Self::Path | Self::Account
        );
        is_number || self.is_amount()
    }

    /// True for fields that hold a day.
    pub fn is_day(self) -> bool {
        self.holds() == Holds::Day
    }
}
