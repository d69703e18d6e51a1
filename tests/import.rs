//! Bills as providers export them, in their encodings, against one book: what each row means.

mod drawn;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use fenqi::document::{Document, calendar};
use fenqi::domain::command::{Pay, apply};
use fenqi::domain::working_day::WorkingCalendar;
use fenqi::domain::{Command, Position};
use fenqi::import::mapping::Mapping;
use fenqi::import::preview::{Item, Preview, Proposal, Reason, preview};
use fenqi::import::sms::{Message, Next, compare};
use fenqi::import::unreadable::{Content, Unreadable, Wrong};
use fenqi::import::{Bill, read};

const BOOK: &str = include_str!("import/book.toml");

fn file(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    fs::read(folder.join(name)).unwrap()
}

fn bill(name: &str) -> Bill {
    read(&file(name), None, &[]).unwrap()
}

fn date(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn book() -> Document {
    Document::parse(BOOK.to_owned()).unwrap()
}

fn against_the_book(bill: Bill) -> Preview {
    let calendar = WorkingCalendar::weekends_only();
    preview(bill, book().book(), &calendar, date("2026-03-10"))
}

/// `line verdict what: why`.
fn told(preview: &Preview) -> Vec<String> {
    preview.items.iter().map(line).collect()
}

fn line(item: &Item) -> String {
    let what = match &item.proposal {
        None => String::new(),
        Some(Proposal::Change(commands)) => commands.iter().map(command).collect::<String>(),
        Some(Proposal::Plan(draft)) => format!(
            " plan {:?} {} of {} in {}",
            draft.line.as_ref().map_or("?", |line| line.as_str()),
            draft.item,
            draft
                .price
                .map_or("?".to_owned(), |price| price.to_string()),
            draft.periods.map_or("?".to_owned(), |n| n.to_string()),
        ),
    };
    let why: Vec<_> = item.reasons.iter().map(why).collect();
    let verdict = &item.verdict;
    format!("{} {verdict:?}{what}: {}", item.entry.line, why.join(", "))
}

fn command(command: &Command) -> String {
    match command {
        Command::Pay(Pay {
            plan,
            n: Some(n),
            amount: Some(amount),
            via,
            verified,
            ..
        }) => {
            let via = via.as_ref().map(|via| format!(" via {via}"));
            let booked = verified.map_or("", |_| " booked");
            format!(
                " pay {plan} {n} {amount}{}{booked}",
                via.unwrap_or_default()
            )
        }
        Command::Verify {
            plan, n: Some(n), ..
        } => format!(" verify {plan} {n}"),
        Command::Refund { plan, amount, .. } => format!(" refund {plan} {amount}"),
        other => format!("{other:?}"),
    }
}

fn why(reason: &Reason) -> String {
    match reason {
        Reason::Exact { plan, n, due } => format!("{plan} {n} due {due}"),
        Reason::Month(month) => format!("bill {}-{}", month.year, month.month),
        other => format!("{other:?}"),
    }
}

fn check(name: &str, others: usize, expected: &[&str]) {
    let preview = against_the_book(bill(name));
    assert_eq!(told(&preview), expected, "{name}");
    assert_eq!((preview.others, preview.wrong.len()), (others, 0), "{name}");
}

#[test]
fn every_kind_of_row_of_the_alipay_app_means_what_it_means() {
    check(
        "alipay.csv",
        1,
        &[
            "36 Here: Order(PlanId(\"phone\"))",
            "35 New verify phone 1: Noted(2026-02-07), Proves",
            "34 Waits pay phone 3 250 via savings booked: Less { open: Money(600) }",
            "33 Waits: State(\"审核中\")",
            "32 Left: NoPlan",
            "31 New refund phone 200: Order(PlanId(\"phone\"))",
            "30 Left: Closed",
            "28 Waits plan \"huabei\" 午餐 of 18 in ?: PeriodsUnknown, FeeUnknown",
            "27 Left: Failed",
            "26 Waits pay phone 2 300 via savings booked pay desk 1 100 via savings booked: More { open: Money(400) }",
            "25 Waits plan \"huabei\" 降噪耳机 分3期 of 1299 in 3: FeeUnknown",
        ],
    );
}

#[test]
fn one_repayment_of_a_bill_pays_all_installments_of_it() {
    check(
        "alipay-web.csv",
        1,
        &[
            "6 New pay phone 2 500 booked pay desk 1 100 booked: WholeBill { count: 2 }, bill 2026-3",
        ],
    );
}

#[test]
fn a_sheet_says_the_same_as_the_text_of_the_same_bill() {
    let rows = |first: usize| {
        [
            "23 Waits plan \"card\" 显示器 分6期 of 2400 in 6: FeeUnknown".to_owned(),
            "22 Left: GivenBack".to_owned(),
            format!("{first} New pay aircon 10 300 via savings: aircon 10 due 2026-03-20"),
        ]
    };
    // In the text a row takes two lines, so the ones before it stand one line higher.
    for (name, first) in [("wechat.csv", 18), ("wechat.xlsx", 19)] {
        check(name, 2, &rows(first).each_ref().map(String::as_str));
    }
}

#[test]
fn jd_meituan_and_card_bills_are_told_by_their_columns() {
    check(
        "jd.csv",
        0,
        &[
            "28 Waits refund vacuum 100: Order(PlanId(\"vacuum\")), DayUnknown",
            "27 Left: Pending",
            "26 Left: GivenBack",
            "25 Waits plan \"baitiao\" 吹风机 of 41.93 in ?: PeriodsUnknown, FeeUnknown",
            "24 Waits plan \"baitiao\" 扫地机器人 24期分期 of 2399 in 24: FeeUnknown",
            "23 New pay vacuum 2 304.49 via savings booked: vacuum 2 due 2026-02-20",
        ],
    );
    check(
        "meituan.csv",
        1,
        &[
            "22 Waits plan \"meituan\" 火锅 of 150 in ?: PeriodsUnknown, FeeUnknown",
            "21 New pay hotel 2 200 via savings booked: hotel 2 due 2026-03-08, bill 2026-3",
        ],
    );
    check(
        "card.csv",
        1,
        &[
            "5 Waits plan \"card\" （分期）某电器行/02/06期 of ? in 6: NotInBook, FeeUnknown",
            "4 Here: Like(PlanId(\"aircon\"))",
            "3 New pay aircon 10 300 booked: aircon 10 due 2026-03-20",
        ],
    );
}

#[test]
fn an_order_is_taken_as_a_whole_or_in_parts_and_never_both() {
    check(
        "order-twice.csv",
        0,
        &[
            "2 Waits plan \"baitiao\" 冰箱 of 2000 in 4: FeeUnknown",
            "3 Left: PartOf { line: 2 }",
            "4 Left: PartOf { line: 2 }",
            "5 Left: PartOf { line: 2 }",
            "6 Left: PartOf { line: 2 }",
        ],
    );
}

#[test]
fn importing_twice_changes_nothing() {
    let calendar = WorkingCalendar::weekends_only();
    let today = date("2026-03-10");
    let mut book = book().book().clone();
    for name in [
        "alipay.csv",
        "alipay-web.csv",
        "wechat.xlsx",
        "jd.csv",
        "meituan.csv",
        "card.csv",
    ] {
        let before = preview(bill(name), &book, &calendar, today);
        if let Some(command) = before.command(|_| true) {
            book = apply(&book, &command, &calendar, today).unwrap();
        }
        let again = preview(bill(name), &book, &calendar, today);
        assert_eq!(again.command(|_| true), None, "{name}: {:?}", told(&again));
    }
    // The card was repaid through WeChat: its own bill told the same payment again.
    let aircon = book
        .plans
        .iter()
        .find(|plan| plan.id.as_str() == "aircon")
        .unwrap();
    assert_eq!(aircon.payments.len(), 1);
}

#[test]
fn equal_rows_without_a_number_are_different_payments() {
    let text = "交易日期,交易摘要,交易金额\n2026-03-08,还款,300\n2026-03-08,还款,300\n";
    let bill = read(text.as_bytes(), None, &[]).unwrap();
    let references: BTreeSet<_> = bill.entries.iter().map(|entry| &entry.reference).collect();
    assert_eq!(references.len(), 2);
    let preview = against_the_book(bill);
    assert_eq!(
        told(&preview)[0],
        "2 New pay aircon 10 300 booked: aircon 10 due 2026-03-20"
    );
    assert!(
        told(&preview)[1].starts_with("3 Waits"),
        "{:?}",
        told(&preview)
    );
}

#[test]
fn a_bill_that_the_shopper_described_is_read_as_he_says() {
    let mapping = Mapping {
        name: "mybank".into(),
        date: "Booked".into(),
        date_format: Some("%d/%m/%Y".into()),
        amount: "Sum".into(),
        text: "What for".into(),
        order: Some("Ref".into()),
        method: None,
        line: Some("mi".into()),
        repayment: vec!["Repayment".into()],
    };
    let bill = read(
        &file("own.csv"),
        Some("mybank"),
        std::slice::from_ref(&mapping),
    )
    .unwrap();
    let preview = against_the_book(bill);
    assert_eq!(
        told(&preview),
        ["2 New pay tablet 2 338.33: tablet 2 due 2026-03-05"]
    );
    let without = Mapping {
        date_format: None,
        ..mapping
    };
    let bill = read(&file("own.csv"), None, &[without]).unwrap();
    assert!(matches!(&bill.wrong[0].why, Wrong::AmbiguousDay(_)));
}

const JD: &str = "交易时间,商户名称,交易说明,金额,收/付款方式,交易状态,收/支,交易分类,交易订单号,商家订单号,备注";

/// A bill of JD with one repayment of this day, amount, state and order number.
fn jd(day: &str, amount: &str, state: &str, order: &str) -> String {
    format!(
        "{JD}\n{day},京东金融,白条主动还款,{amount},招商银行(1234),{state},不计收支,白条,{order},,\n"
    )
}

#[test]
fn bad_bills_get_the_answer_that_they_deserve() {
    let good = jd("2026-03-09", "304.49", "交易成功", "9001");
    let (gb, ..) = encoding_rs::GB18030.encode(&good);
    let reads = |bytes: &[u8]| {
        let preview = against_the_book(read(bytes, None, &[]).unwrap());
        told(&preview).len() == 1 && preview.command(|_| true).is_some()
    };
    // 125 nothing in it; 126 marks; 127 encodings; 128 preambles; 129 blanks; 133 line ends.
    for empty in ["", "\n\n", "\u{feff}\r\n", JD] {
        let bill = read(empty.as_bytes(), None, &[]).unwrap();
        assert!(against_the_book(bill).is_empty(), "{empty:?}");
    }
    assert!(reads(format!("\u{feff}\u{feff}{good}").as_bytes()));
    assert!(reads(&gb));
    let wide: Vec<u8> = good.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(reads(&wide));
    for lines in [0, 22, 23, 24] {
        assert!(reads(
            format!("{}{good}", "说明：……\n".repeat(lines)).as_bytes()
        ));
    }
    assert!(reads(good.replace("9001", "'9001\t ").as_bytes()));
    assert!(reads(good.replace('\n', "\r").as_bytes()));
    assert!(reads(good.replace(',', "\t").as_bytes()));
    assert!(reads(good.replace(',', ";").as_bytes()));
    assert_eq!(read(b"a,b\n\xff\xff", None, &[]), Err(Unreadable::Encoding));
}

#[test]
fn a_row_that_may_mean_something_else_is_told_and_not_guessed() {
    // 129, 137, 138, 139: what is wrong with the row; `None` where it is read.
    let amount = |text: &str| Some(Wrong::Amount(text.into()));
    for (day, money, order, expected) in [
        ("2026-03-09 10:00", "¥304.49", "9001", None),
        ("2026-03-09", "\"¥1,234.50\"", "9001", None),
        ("2026-03-09", "(5.00)", "9001", amount("(5.00)")),
        ("2026-03-09", "5-", "9001", amount("5-")),
        ("2026-03-09", "１２", "9001", amount("１２")),
        ("2026-03-09", "--", "9001", amount("--")),
        ("2026-03-09", "", "9001", amount("")),
        (
            "1/2/2024",
            "5",
            "9001",
            Some(Wrong::AmbiguousDay("1/2/2024".into())),
        ),
        (
            "45292",
            "5",
            "9001",
            Some(Wrong::CountedDay("45292".into())),
        ),
        (
            "2026-03-09",
            "5",
            "2.02E+27",
            Some(Wrong::Rounded("2.02E+27".into())),
        ),
    ] {
        let bill = read(jd(day, money, "交易成功", order).as_bytes(), None, &[]).unwrap();
        let found = bill
            .wrong
            .first()
            .map(|wrong| (wrong.line, wrong.why.clone()));
        assert_eq!(found, expected.map(|why| (2, why)), "{day} {money} {order}");
    }
    // 130, 131: more or fewer fields, lines swallowed by a quotation mark.
    let rows = bill("wrong-rows.csv").wrong;
    assert_eq!(
        rows.iter().map(|wrong| wrong.line).collect::<Vec<_>>(),
        [3, 4, 5, 6, 7, 9, 10]
    );
    assert_eq!(rows[4].why, Wrong::Swallowed);
    assert_eq!(
        rows[5].why,
        Wrong::Ragged {
            found: 5,
            expected: 11
        }
    );
    let open = format!("{JD}\n2026-03-09,\"{}", "a,b\n".repeat(40_000));
    assert_eq!(
        read(open.as_bytes(), None, &[]),
        Err(Unreadable::OpenQuote { line: 2 })
    );
    // 136: a state that nobody knows waits.
    let bill = read(
        jd("2026-03-09", "5", "复核中", "9001").as_bytes(),
        None,
        &[],
    )
    .unwrap();
    assert_eq!(
        told(&against_the_book(bill)),
        ["2 Waits: State(\"复核中\")"]
    );
}

#[test]
fn names_from_a_bill_are_single_lines_without_card_numbers() {
    // 132, 133, 140, 144.
    let text = jd("2026-03-09", "5", "交易成功", "9001");
    let item = |written: &str| {
        let bill = read(text.replace("白条主动还款", written).as_bytes(), None, &[]).unwrap();
        bill.entries[0].item.clone()
    };
    assert_eq!(item("\"白条\n还款\u{1b}[31m\0\""), "白条 还款 [31m");
    assert_eq!(item("白条还款 4111 1111 1111 1111"), "白条还款 ****1111");
    assert_eq!(item("白条还款 6222****1234"), "白条还款 ****1234");
    assert_eq!(item("'=HYPERLINK(\"x\")还款"), "=HYPERLINK(\"x\")还款");
}

#[test]
fn what_is_no_bill_or_too_much_of_one_is_refused_at_once() {
    // 141, 142, 143.
    let begun = Instant::now();
    let refused = |bytes: &[u8]| read(bytes, None, &[]).unwrap_err();
    let web_page = Unreadable::NotABill(Content::WebPage);
    assert_eq!(refused(&file("login.csv")), web_page);
    assert_eq!(refused(&file("far-cell.xlsx")), Unreadable::TooManyRows);
    assert_eq!(refused(&vec![b'a'; (20 << 20) + 1]), Unreadable::TooLarge);
    assert_eq!(
        refused("a,b\n".repeat(50_001).as_bytes()),
        Unreadable::TooManyRows
    );
    assert_eq!(
        refused(&vec![b'a'; 1 << 20]),
        Unreadable::OpenQuote { line: 1 }
    );
    assert!(matches!(
        refused(&file("unknown.csv")),
        Unreadable::NoHeader { .. }
    ));
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_payment_from_before_the_book_pays_no_later_installment() {
    // The plan was paid through no. 1, due on 2026-02-08, before the book knew it.
    let book = "version = 1\n[[line]]\nid = \"huabei\"\nname = \"花呗\"\nprovider = \"huabei\"\n\
        [[plan]]\nid = \"phone\"\nline = \"huabei\"\nitem = \"手机\"\nprincipal = 600\nperiods = 6\n\
        first-due = 2026-02-08\npaid-through = 1\n";
    let book = Document::parse(book.to_owned()).unwrap();
    let calendar = WorkingCalendar::weekends_only();
    for (day, item, expected) in [
        (
            "2026-02-07",
            "花呗主动还款-2026年02月账单",
            "Here: BillPaid(BillMonth { year: 2026, month: 2 })",
        ),
        ("2026-02-07", "花呗自动还款", "Here: BeforeBook"),
        (
            "2026-03-07",
            "花呗自动还款",
            "New pay phone 2 100: phone 2 due 2026-03-08",
        ),
        (
            "2026-02-20",
            "花呗主动还款-2026年03月账单",
            "New pay phone 2 100: phone 2 due 2026-03-08, bill 2026-3",
        ),
        (
            "2026-02-07",
            "花呗主动还款-2026年01月账单",
            "Here: BeforeBook",
        ),
        (
            "2026-02-20",
            "花呗主动还款-2025年12月账单",
            "Waits: NothingOpen(LineId(\"huabei\"))",
        ),
    ] {
        let text = jd(day, "100", "交易成功", "9001").replace("白条主动还款", item);
        let bill = read(text.as_bytes(), None, &[]).unwrap();
        let preview = preview(bill, book.book(), &calendar, date("2026-03-10"));
        assert_eq!(told(&preview), [format!("2 {expected}")], "{day} {item}");
    }
}

#[test]
fn a_receipt_from_before_a_purchase_pays_nothing_of_it() {
    let text = "version = 1\n\n[[line]]\nid = \"bt\"\nname = \"京东白条\"\n\n[[plan]]\nid = \"tv\"\nline = \"bt\"\n\
                item = \"电视\"\nprincipal = 300\nperiods = 3\nbought = 2026-01-15\nfirst-due = 2026-02-15\n";
    let document = Document::parse(text.to_owned()).unwrap();
    let today = date("2026-02-15");
    let position = Position::of(document.book(), &calendar::china(), today);
    let next = |day: &str| {
        let text = format!("【京东白条】您的白条已于{day}成功还款100.00元。");
        let message = Message::read(&text, today).unwrap();
        compare(message, &text, document.book(), &position, |_| None).next
    };
    assert!(matches!(next("1月20日"), Next::Note(_)));
    assert_eq!(next("1月14日"), Next::Nothing);
}

#[test]
fn a_large_bill_is_read_and_matched_in_seconds() {
    let begun = Instant::now();
    let row = |k: usize| {
        let item = if k.is_multiple_of(40) {
            "白条主动还款"
        } else {
            "杂货"
        };
        let (day, yuan) = (1 + k % 28, k % 997);
        format!("2026-02-{day:02},京东,{item},{yuan}.49,白条,交易成功,支出,日用,9{k:011},,")
    };
    let rows: Vec<_> = (0..12_000).map(row).collect();
    let text = format!("{JD}\n{}\n", rows.join("\n"));
    let preview = against_the_book(read(text.as_bytes(), None, &[]).unwrap());
    assert_eq!(preview.rows(), 12_000);
    // All of one order: no row may be compared with every other one.
    let row = "2026-02-01 10:00:00,京东,冰箱,5.00,白条,交易成功,支出,日用,9001,,\n";
    let bill = read(
        format!("{JD}\n{}", row.repeat(12_000)).as_bytes(),
        None,
        &[],
    )
    .unwrap();
    against_the_book(bill);
    assert!(
        begun.elapsed() < Duration::from_secs(30),
        "{:?}",
        begun.elapsed()
    );
}
