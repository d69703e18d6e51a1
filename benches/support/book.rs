//! A book of any size, always the same for the same size: credit lines of known providers, plans
//! of twelve months in many models of fees, and about six payments each.

use std::fmt::Write as _;

use chrono::{Days, Months, NaiveDate};

/// The sizes at which everything is measured: a shopper, a shop, and more than anybody has.
pub const SIZES: [usize; 3] = [20, 1_000, 10_000];

/// The day of all measurements.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default()
}

const ITEMS: [&str; 8] = [
    "Phone 16 Pro",
    "Laptop Air",
    "洗衣机 10kg",
    "Vacuum V15",
    "沙发 三人位",
    "空调 1.5匹",
    "显示器 27寸",
    "Camera",
];
const LINES: [(&str, &str); 5] = [
    ("huabei", "花呗"),
    ("baitiao", "白条"),
    ("card", "Card"),
    ("shop", "商城"),
    ("store", "Store"),
];
/// Fees a month in parts of ten thousand of the price.
const FEES: [u64; 5] = [0, 0, 45, 60, 75];
const PERIODS: u32 = 12;

/// Numbers that look drawn, the same ones every time (splitmix64, Steele et al. 2014).
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut drawn = self.0;
        drawn = (drawn ^ (drawn >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        drawn = (drawn ^ (drawn >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (drawn ^ (drawn >> 31)) % end
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        let at = self.below(all.len() as u64);
        all[usize::try_from(at).unwrap_or_default()]
    }
}

/// The text of a book of so many plans.
pub fn book(plans: usize) -> String {
    let mut draw = Draw(plans as u64);
    let mut text = String::from("version = 1\ncurrency = \"CNY\"\n");
    for (id, name) in LINES {
        let _ = write!(
            text,
            "\n[[line]]\nid = \"{id}\"\nname = \"{name}\"\nlimit = 50000000\n"
        );
    }
    for k in 1..=plans {
        plan(&mut text, k, &mut draw);
    }
    text
}

fn plan(text: &mut String, k: usize, draw: &mut Draw) {
    let principal = 300 + draw.below(14_700);
    let first = first_due(draw);
    let bought = first - Days::new(20 + draw.below(11));
    let rate = draw.of(&FEES);
    let fee = match rate {
        0 => "\"none\"".to_owned(),
        rate => format!("{{ model = \"flat\", rate = \"0.{rate}%\" }}"),
    };
    let _ = write!(
        text,
        "\n[[plan]]\nid = \"p{k:05}\"\nline = \"{}\"\nitem = \"{}\"\nmerchant = \"京东\"\n\
         order = \"{:04}\"\nbought = {bought}\nprincipal = {principal}.00\nperiods = {PERIODS}\n\
         first-due = {first}\nfee = {fee}\n",
        draw.of(&LINES).0,
        draw.of(&ITEMS),
        draw.below(10_000),
    );
    let dues = (0..PERIODS).map(|month| (month + 1, first + Months::new(month)));
    let paid: Vec<_> = dues
        .take_while(|(_, due)| *due < today())
        .filter(|_| draw.below(100) != 0)
        .collect();
    if paid.is_empty() {
        return;
    }
    // What a month asks for: principal and fee, both to the cent.
    let cents = principal * 100 / u64::from(PERIODS) + (principal * rate + 50) / 100;
    text.push_str("payments = [\n");
    for (n, due) in paid {
        let on = due - Days::new(draw.below(6));
        let _ = writeln!(
            text,
            "  {{ n = {n}, on = {on}, amount = {}.{:02} }},",
            cents / 100,
            cents % 100
        );
    }
    text.push_str("]\n");
}

/// Up to eleven months back, on a day that every month has.
fn first_due(draw: &mut Draw) -> NaiveDate {
    let day = 1 + u32::try_from(draw.below(28)).unwrap_or_default();
    let back = u32::try_from(draw.below(12)).unwrap_or_default();
    let this_month = NaiveDate::from_ymd_opt(2026, 11, day).unwrap_or_default();
    this_month - Months::new(back)
}
