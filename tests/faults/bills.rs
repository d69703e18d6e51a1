//! G9: odd and wrong bills. A row is noted as what it is, or told with its line; nothing is noted in part.

use std::fs;
use std::path::Path;

use crate::bench::{BOOK, Bench, Subject, told};
use crate::tally::{Scope, Tally};

/// What has to come of a bill that is noted with `--yes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Its payment is in the book, and one undo takes it out.
    Noted,
    /// There is nothing to note, and the book stays.
    Nothing,
    /// It is refused, and the book stays.
    Refused,
}

use Outcome::{Noted, Nothing, Refused};

/// The number, what it is, the file, what comes of it, and a part of what is said.
type Row = (u16, &'static str, Vec<u8>, Outcome, &'static str);

const HEADER: &str = "交易时间,商户名称,交易说明,金额,收/付款方式,交易状态,收/支,交易分类,交易订单号,商家订单号,备注";
/// A repayment of the plan that the book has on this line.
const ROW: &str =
    "2026-03-09,京东金融,白条主动还款,100.00,招商银行(1234),交易成功,不计收支,白条,9001,,";

fn bill() -> String {
    format!("{HEADER}\n{ROW}\n")
}

/// The bill with something else in it.
fn instead(old: &str, new: &str) -> Vec<u8> {
    assert!(ROW.contains(old), "{old}");
    bill().replacen(old, new, 1).into_bytes()
}

fn sample(name: &str) -> Vec<u8> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    fs::read(samples.join(name)).unwrap()
}

#[rustfmt::skip]
fn rows() -> Vec<Row> {
    let good = bill();
    let utf16: Vec<u8> = good.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let gb18030 = encoding_rs::GB18030.encode(&good).0.into_owned();
    let preamble = |lines| format!("{}{good}", "说明：……\n".repeat(lines)).into_bytes();
    let unclosed = format!("{HEADER}\n2026-03-09,\"{}", "a,b\n".repeat(40_000));
    vec![
        (125, "nothing", Vec::new(), Nothing, "0 rows"),
        (125, "a header alone", format!("{HEADER}\n").into_bytes(), Nothing, "0 rows"),
        (125, "empty lines", b"\n\n\n".to_vec(), Nothing, "0 rows"),
        (126, "a byte-order mark", format!("\u{feff}{good}").into_bytes(), Noted, ""),
        (126, "two of them", format!("\u{feff}\u{feff}{good}").into_bytes(), Noted, ""),
        (127, "UTF-16", utf16, Noted, "白条主动还款"),
        (127, "GB18030", gb18030, Noted, "白条主动还款"),
        (127, "neither", b"a,b\n\xff\xff".to_vec(), Refused, "encoding"),
        (128, "22 lines before the header", preamble(22), Noted, ""),
        (128, "24 lines before the header", preamble(24), Noted, ""),
        (129, "marks of a spreadsheet and blanks", instead("9001", "'9001\t "), Noted, ""),
        (130, "a row with too few fields", format!("{good}2026-03-09,x\n").into_bytes(), Refused, "line 3"),
        (130, "semicolons", good.replace(',', ";").into_bytes(), Noted, ""),
        (130, "tabs", good.replace(',', "\t").into_bytes(), Noted, ""),
        (131, "a quotation mark that is never closed", unclosed.into_bytes(), Refused, "line 2"),
        (132, "NUL, ESC and a bidi override", instead("白条主动还款", "白条\u{1b}[31m还款\0\u{202e}"), Noted, "白条"),
        (133, "line ends of old", good.replace('\n', "\r").into_bytes(), Noted, ""),
        (133, "a line end in quotes", instead("白条主动还款", "\"白条\n还款\""), Noted, "白条 还款"),
        (134, "a row twice", format!("{good}{ROW}\n").into_bytes(), Noted, "same order number"),
        (135, "an order as a sum and as its installments", sample("order-twice.csv"), Nothing, "a part of"),
        (136, "a payment that failed", instead("交易成功", "交易失败"), Nothing, "failed"),
        (136, "a state that nobody knows", instead("交易成功", "复核中"), Nothing, "复核中"),
        (137, "a currency sign and thousands", instead("100.00", "\"¥1,100.00\""), Nothing, "1,100.00"),
        (137, "brackets", instead("100.00", "(5.00)"), Refused, "(5.00)"),
        (137, "a minus behind", instead("100.00", "5-"), Refused, "5-"),
        (137, "fullwidth figures", instead("100.00", "１２"), Refused, "１２"),
        (137, "no amount", instead("100.00", ""), Refused, "line 2"),
        (138, "a day that may be two", instead("2026-03-09", "1/2/2024"), Refused, "1/2/2024"),
        (138, "a day as a spreadsheet counts", instead("2026-03-09", "45292"), Refused, "45292"),
        (139, "an order number cut short", instead("9001", "2.02E+27"), Refused, "2.02E+27"),
        (140, "a card number", instead("白条主动还款", "白条还款 4111 1111 1111 1111"), Noted, "****1111"),
        (141, "a web page", sample("login.csv"), Refused, "web page"),
        (142, "more than 20 MB", vec![b'a'; 21 << 20], Refused, "20 MB"),
        (142, "more than 50,000 rows", b"a,b\n".repeat(50_001), Refused, "50,000"),
        (142, "one endless line", vec![b'a'; 1 << 20], Refused, "line 1"),
        (143, "a sheet with a cell far away", sample("far-cell.xlsx"), Refused, "50,000"),
        (144, "a formula", instead("白条主动还款", "'=HYPERLINK(\"x\")还款"), Noted, "=HYPERLINK"),
    ]
}

/// The numbers that have a row here.
pub fn numbers() -> impl Iterator<Item = u16> {
    rows().into_iter().map(|row| row.0)
}

pub fn of_bills(_: Scope) -> Tally {
    let rows = rows();
    let tried = |subject| {
        Tally::of(&rows, move |row| {
            of_row(subject, row).map_err(|why| format!("row {}, {}: {why}", row.0, row.1))
        })
    };
    tried(Subject::Fenqi).with_control(
        "notes whatever it finds",
        &tried(Subject::Broken("in place")),
    )
}

fn of_row(subject: Subject, (_, _, bytes, outcome, said): &Row) -> Result<(), String> {
    let book = format!(
        "{BOOK}\n[[line]]\nid = \"jd\"\nname = \"京东白条\"\nprovider = \"jd\"\nlimit = 5000\n\n\
        [[plan]]\nid = \"fridge\"\nline = \"jd\"\nprincipal = 1200\nperiods = 12\nfirst-due = 2026-01-07\n"
    );
    let bench = Bench::with(&book);
    let file = bench.folder().join("bill");
    fs::write(&file, bytes).unwrap();
    let import = || {
        let mut program = bench.program(subject);
        program.arg("import").arg(&file).arg("--yes");
        program.output().unwrap()
    };
    let output = import();
    let all = [&output.stdout[..], &output.stderr[..]].concat();
    let text = bench.text();
    let expected = if *outcome == Refused { 2 } else { 0 };
    let fits = match outcome {
        Noted => {
            text.starts_with(BOOK) && text.contains("on = 2026-03-09") && text.contains("\"9001\"")
        }
        Nothing | Refused => text == book,
    };
    if output.status.code() != Some(expected)
        || !fits
        || !String::from_utf8_lossy(&all).contains(said)
    {
        let told: String = told(&output).chars().take(400).collect();
        return Err(format!("{outcome:?} with {said:?}: {told}, {text:?}"));
    }
    if *outcome == Noted {
        if text.contains("4111 1111") || text.contains('\0') || text.contains('\u{1b}') {
            return Err(format!("it was kept: {text:?}"));
        }
        // Once more changes nothing; one step back takes all of it out.
        import();
        if bench.text() != text {
            return Err(format!("noted twice: {:?}", bench.text()));
        }
        bench.must(subject, &["undo"])?;
        if bench.text() != book {
            return Err(format!("undo did not lead back: {:?}", bench.text()));
        }
    }
    Ok(())
}
