//! What holds for every view at every size, in both languages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::NaiveDate;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use super::cells;
use super::hint::{Hit, parts, target_at};
use crate::app::Model;
use crate::app::action::Step;
use crate::app::derive::Start;
use crate::app::key::{Code, Key, Stroke, strokes};
use crate::app::keymap::Keymap;
use crate::app::model::{BookState, Size};
use crate::app::msg::{Mouse, Msg, Target};
use crate::app::screen::{CasePane, DetailPane, List, Part, Screen};
use crate::app::update::update;
use crate::demo;
use crate::document::Document;
use crate::domain::working_day::WorkingCalendar;
use crate::settings::texts::{Lang, Texts};
use crate::settings::theme::{Depth, Role, Theme, ThemeChoice};

/// A window of each layout.
pub(super) const WINDOWS: [(u16, u16); 4] = [(120, 36), (80, 24), (60, 20), (40, 10)];
/// Both languages.
pub(super) const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

/// The day of all tests.
pub(super) fn today() -> NaiveDate {
    "2026-03-10".parse().unwrap()
}

/// The sample book after some keys, in a window of 80 × 24.
pub(super) fn after(keys: &str, lang: Lang) -> Model {
    of_text(demo::book(today(), lang), keys, lang)
}

/// A book of this text after some keys.
pub(super) fn of_text(text: String, keys: &str, lang: Lang) -> Model {
    let mut model = Model::new(Start {
        today: today(),
        lang,
        theme: ThemeChoice::Dark,
        keymap: Keymap::default(),
        amounts_hidden: false,
        window: Size {
            width: 80,
            height: 24,
        },
        path: "fenqi.toml".to_owned(),
        demo: false,
        book: BookState::Open(Document::parse(text).unwrap()),
        calendar: WorkingCalendar::new(BTreeSet::from([2025, 2026]), BTreeMap::new()),
    });
    for stroke in strokes(keys).unwrap() {
        let msg = match stroke {
            Stroke::Key(key) => Msg::Key(key),
            Stroke::Paste(text) => Msg::Paste(text),
            Stroke::Resize(width, height) => Msg::Resized(Size { width, height }),
        };
        update(&mut model, msg);
    }
    model
}

/// The dark theme in all its colours.
pub(super) fn dark() -> Theme {
    Theme::choose(ThemeChoice::Dark, None, Depth::True)
}

/// The whole screen, and what can be clicked on it.
pub(super) fn screen(
    model: &Model,
    theme: &Theme,
    (width, height): (u16, u16),
) -> (Buffer, Vec<Hit>) {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    let area = buf.area;
    let drawn = super::draw(&mut buf, area, model, theme, Texts::new(model.lang));
    (buf, drawn.hits)
}

/// The rows of the whole screen as they are read.
pub(super) fn rows(model: &Model, window: (u16, u16)) -> Vec<String> {
    cells::lines(&screen(model, &dark(), window).0)
}

/// Keys that lead to each view and overlay of this program.
const PLACES: [&str; 23] = [
    "7",
    "c <type:3299> <enter>",
    "c <type:12000> <enter> j <tab> <tab> l l",
    "4",
    "4 L L",
    "4 l <tab>",
    "4 k l l",
    "2",
    "2 G",
    "2 f",
    "2 f f j j",
    "2 <enter>",
    "2 j j <enter> G",
    "3",
    "3 j j",
    "5",
    "5 j j j",
    "c",
    "c <type:3299>",
    "c <type:12000>",
    "? <type:还>",
    "/ x m",
    "P <type:9999> <tab> <type:x> <enter>",
];
/// More of them, in which something is wrong or unusual.
const ODD_PLACES: [&str; 8] = [
    "? <down> <down>",
    "/",
    "/ z z z z",
    "c <type:abc>",
    "P <tab> <tab>",
    "P <type:200> <esc>",
    "=",
    "3 =",
];

fn places() -> impl Iterator<Item = (Lang, &'static str)> {
    let keys = PLACES.into_iter().chain(ODD_PLACES);
    keys.flat_map(|keys| LANGS.map(|lang| (lang, keys)))
}

/// A place in a window, in the dark theme and without colours.
struct Drawn {
    place: String,
    dark: Buffer,
    mono: Buffer,
}

/// Every place in every window, in both languages; drawn once for all rules.
static DRAWN: LazyLock<Vec<Drawn>> = LazyLock::new(|| {
    let mono = Theme::choose(ThemeChoice::Mono, None, Depth::True);
    let mut drawn = Vec::new();
    for (lang, keys) in places() {
        let model = after(keys, lang);
        for window in WINDOWS.into_iter().chain([(24, 5), (57, 15), (110, 32)]) {
            drawn.push(Drawn {
                place: format!("{keys:?} {lang:?} {window:?}"),
                dark: screen(&model, &dark(), window).0,
                mono: screen(&model, &mono, window).0,
            });
        }
    }
    drawn
});

/// A cell that a terminal shows: not hidden under the second half of a wide glyph.
fn is_seen(buf: &Buffer, x: u16, y: u16) -> bool {
    x == 0 || buf[(x - 1, y)].cell_width() < 2
}

#[test]
fn no_border_is_broken() {
    let behind = dark().color(Role::Track);
    for Drawn {
        place, dark: buf, ..
    } in DRAWN.iter()
    {
        for y in 0..buf.area.height {
            for x in 0..buf.area.width {
                let corner = buf[(x, y)].symbol();
                let end = match corner {
                    "╭" => "╰",
                    "╮" => "╯",
                    _ => continue,
                };
                if buf[(x, y)].fg == behind {
                    continue;
                }
                let mut at = y + 1;
                while buf[(x, at)].symbol() == "│" && is_seen(buf, x, at) {
                    at += 1;
                }
                assert_eq!(buf[(x, at)].symbol(), end, "{place}: {corner} at {x},{y}");
            }
        }
    }
}

/// The rows of the screen without what lies behind an overlay.
fn rows_in_front(buf: &Buffer) -> Vec<String> {
    let mut buf = buf.clone();
    let behind = dark().color(Role::Track);
    for y in 0..buf.area.height {
        for x in 0..buf.area.width {
            if buf[(x, y)].fg == behind {
                cells::put(&mut buf, x, y, 1, " ", Style::new());
            }
        }
    }
    cells::lines(&buf)
}

#[test]
fn no_amount_is_cut() {
    for Drawn {
        place, dark: buf, ..
    } in DRAWN.iter()
    {
        for row in rows_in_front(buf) {
            // A price that is being typed may be anything.
            let typed = row.contains("价格  ¥") || row.contains("price  ¥");
            let amounts = row.split('¥').skip(if typed { 2 } else { 1 });
            for after in amounts {
                let is_figure = |c: &char| c.is_ascii_digit() || ",.".contains(*c);
                let figure: String = after.chars().take_while(is_figure).collect();
                let next = after.chars().nth(figure.len());
                let figure = figure.trim_end_matches([',', '.']);
                let cents = figure.split_once('.').map_or(2, |(_, cents)| cents.len());
                let is_whole = !figure.is_empty() && cents == 2 && next != Some('…');
                assert!(is_whole, "{place}: {row}");
            }
        }
    }
}

#[test]
fn hidden_amounts_are_nowhere() {
    for (lang, keys) in places() {
        let model = after(&format!("* {keys}"), lang);
        for window in WINDOWS {
            let text = rows(&model, window).join("\n");
            let amounts = [
                "441.58", "3,091", "28,391", "12,000", "1,200", "599.83", "4,999",
            ];
            for amount in amounts {
                assert!(
                    !text.contains(amount),
                    "{keys} {lang:?} {window:?}: {amount}\n{text}"
                );
            }
        }
    }
}

const BAR: [char; 9] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█', '▒'];

#[test]
fn without_colours_there_are_none_and_the_words_are_the_same() {
    for Drawn { place, dark, mono } in DRAWN.iter() {
        let plain = |cell: &Cell| (cell.fg, cell.bg) == (Color::Reset, Color::Reset);
        assert!(mono.content.iter().all(plain), "{place}");
        // Two parts of a bar share a cell only where colours tell them apart.
        let words = |buf| -> Vec<_> {
            let rows = cells::lines(buf).into_iter();
            rows.map(|row| row.replace(BAR, " ").trim_end().to_owned())
                .collect()
        };
        assert_eq!(words(mono), words(dark), "{place}");
    }
}

#[test]
fn the_selection_is_seen_wherever_it_is() {
    for keys in [
        "2 G",
        "2 <enter> G",
        "2 j j j j <enter> G",
        "3 G",
        "4 l <tab> j",
        "5 G",
        "5 j j j",
        "? <up>",
        "? <pgdn> <pgdn>",
        "/ <down> <down> <down>",
    ] {
        for lang in LANGS {
            let model = after(keys, lang);
            for window in WINDOWS {
                let rows = rows(&model, window);
                let seen = rows
                    .iter()
                    .any(|row| row.starts_with('▸') || row.contains("│▸"));
                assert!(seen, "{keys} {lang:?} {window:?}\n{}", rows.join("\n"));
            }
        }
    }
}

#[test]
fn a_list_that_does_not_fit_says_where_the_selection_is() {
    for (keys, mark) in [("2 j j j j <enter> G", "24/24"), ("2 <enter>", "")] {
        let rows = rows(&after(keys, Lang::Zh), (60, 20));
        let bottom = rows.iter().rfind(|row| row.starts_with('╰')).unwrap();
        let expected = if mark.is_empty() {
            "──╯".to_owned()
        } else {
            format!("{mark} ╯")
        };
        assert!(bottom.ends_with(&expected), "{keys}: {bottom}");
    }
}

#[test]
fn every_state_has_its_glyph_and_its_word() {
    let both = |keys: &str, zh: [&str; 2]| {
        let rows = rows(&after(keys, Lang::Zh), (80, 24));
        let together = |row: &&String| zh.iter().all(|part| row.contains(part));
        assert!(
            rows.iter().any(|row| together(&row)),
            "{keys} {zh:?}\n{}",
            rows.join("\n")
        );
    };
    for words in [
        ["! ", "逾期3天"],
        ["◷ ", "明天"],
        ["⊘ ", "暂停"],
        ["◦ ", "8天后"],
    ] {
        both("2", words);
    }
    for words in [["✓ ", "已还"], ["! ", "逾期3天"], ["◦ ", "待还"]] {
        both("2 <enter>", words);
    }
    for words in [
        ["↻ ¥867", "恢复"],
        ["↻ ¥1,200", "超时"],
        ["❆ ", "冻结"],
        ["+ ¥5,000", "临时额度"],
    ] {
        both("3", words);
    }
    for words in [["✓ 花呗", "够"], ["✗ 华为", "差"], ["◷ 小米", "先还"]] {
        both("c <type:3299>", words);
    }
}

#[test]
fn both_yearly_rates_stand_by_name_and_a_high_one_is_marked() {
    let book = "version = 1\n[[plan]]\nid = \"x\"\nitem = \"X\"\nprincipal = 1200\nperiods = 12\nfirst-due = 2026-03-20\nfee = { model = \"flat\", rate = \"1.5%\" }\n";
    for (lang, expected) in [
        (Lang::Zh, "年化 单利 31.72% · 复利 36.76% ! 高于 24%"),
        (
            Lang::En,
            "yearly nominal 31.72% · effective 36.76% ! above 24%",
        ),
    ] {
        let rows = rows(&of_text(book.to_owned(), "2", lang), (80, 24));
        assert!(
            rows.iter().any(|row| row.contains(expected)),
            "{}",
            rows.join("\n")
        );
    }
}

#[test]
fn an_unknown_limit_is_a_dash_and_an_estimate_says_so() {
    let book = "version = 1\n[[line]]\nid = \"a\"\nname = \"A\"\n[[line]]\nid = \"b\"\nname = \"B\"\nlimit = 500\n[line.rules]\nrestore-days = [1, 366]\n[[plan]]\nid = \"x\"\nline = \"b\"\nitem = \"X\"\nprincipal = 300\nperiods = 3\nfirst-due = 2026-03-09\npayments = [{ n = 1, on = 2026-03-09, amount = 100 }]\n";
    let rows = rows(&of_text(book.to_owned(), "3", Lang::En), (80, 24));
    let find = |text: &str| rows.iter().any(|row| row.contains(text));
    assert!(find("A ") && find("— │"), "{}", rows.join("\n"));
    assert!(find("(est.)"), "{}", rows.join("\n"));
}

#[test]
fn a_click_on_a_row_selects_it() {
    for (keys, list) in [
        ("2", List::Plans),
        ("3", List::Lines),
        ("5", List::Alerts),
        ("2 <enter>", List::Installments),
    ] {
        let mut model = after(keys, Lang::Zh);
        let (_, hits) = screen(&model, &dark(), (80, 24));
        let row = |hit: &&Hit| hit.target == Target::Row(list, 2);
        let hit = *hits.iter().find(row).unwrap();
        assert_eq!(
            target_at(&hits, hit.area.x + 3, hit.area.y),
            hit.target,
            "{keys}"
        );
        update(&mut model, Msg::Mouse(Mouse::Click(hit.target)));
        assert_eq!(model.row(list), Some(2), "{keys}");
    }
}

#[test]
fn the_wheel_moves_what_lies_under_it_and_a_click_gives_it_the_keys() {
    let wheel = |step, target| Msg::Mouse(Mouse::Wheel(step, target));
    for (keys, window, part) in [
        ("2 <enter>", (80, 22), Part::Plan(DetailPane::Facts)),
        ("2 <enter>", (80, 22), Part::Plan(DetailPane::History)),
        ("2", (120, 36), Part::Plan(DetailPane::Facts)),
        ("3 <enter>", (80, 24), Part::Line),
    ] {
        let (width, height) = window;
        let keys = format!("<resize:{width}x{height}> {keys}");
        let mut model = after(&keys, Lang::Zh);
        let before = rows(&model, window);
        let (_, hits) = screen(&model, &dark(), window);
        let is_it = |hit: &&Hit| matches!(hit.target, Target::Part(of, _) if of == part);
        let hit = *hits.iter().find(is_it).unwrap();
        let Target::Part(_, last) = hit.target else {
            panic!("{hit:?}")
        };
        assert!(last > 0, "{keys}: nothing is hidden");
        let place = (hit.area.x + 2, hit.area.bottom() - 1);
        assert_eq!(target_at(&hits, place.0, place.1), hit.target, "{keys}");
        let has_keys = model.detail_pane;
        update(&mut model, wheel(Step::Next, hit.target));
        assert_ne!(rows(&model, window), before, "{keys}");
        assert_eq!(model.detail_pane, has_keys, "{keys}");
        update(&mut model, wheel(Step::Previous, hit.target));
        assert_eq!(rows(&model, window), before, "{keys}");
        update(&mut model, Msg::Mouse(Mouse::Click(hit.target)));
        if let Part::Plan(pane) = part {
            assert_eq!(
                (model.screen, model.detail_pane),
                (Screen::PlanDetail, pane),
                "{keys}"
            );
        }
    }
}

#[test]
fn the_wheel_over_a_list_moves_it_while_another_pane_has_the_keys() {
    let mut model = after("2 <enter> <tab>", Lang::Zh);
    let at = model.row(List::Installments);
    let over = Target::Row(List::Installments, 0);
    update(&mut model, Msg::Mouse(Mouse::Wheel(Step::Next, over)));
    assert_eq!(model.row(List::Installments), at.map(|at| at + 1));
    assert_eq!(model.detail_pane, DetailPane::Facts);
    update(&mut model, Msg::Mouse(Mouse::Click(over)));
    assert_eq!(model.detail_pane, DetailPane::Schedule);
}

#[test]
fn a_click_on_a_step_gives_the_checklist_the_keys_and_one_beside_the_lines_opens_the_line() {
    let mut model = after("6", Lang::Zh);
    let (_, hits) = screen(&model, &dark(), (120, 36));
    let mut steps = hits
        .iter()
        .filter(|hit| matches!(hit.target, Target::Checked(_)));
    let target = steps.nth(1).unwrap().target;
    update(&mut model, Msg::Mouse(Mouse::Click(target)));
    assert_eq!(model.case_pane, CasePane::Steps);
    let selected = model
        .selected_step()
        .map(|(_, checked)| Target::Checked(checked.step));
    assert_eq!(selected, Some(target));
    update(&mut model, Msg::Mouse(Mouse::Wheel(Step::Next, target)));
    assert_ne!(
        model
            .selected_step()
            .map(|(_, checked)| Target::Checked(checked.step)),
        Some(target)
    );
    let mut model = after("3 j", Lang::Zh);
    update(
        &mut model,
        Msg::Mouse(Mouse::Click(Target::Part(Part::Line, 0))),
    );
    assert_eq!(model.screen, Screen::LineDetail);
}

#[test]
fn the_keys_of_a_question_stand_in_its_own_border_alone() {
    for (keys, word) in [
        ("P 9 <esc>", "丢掉"),
        ("i <type:tests/import/none.csv> <enter>", "读取"),
    ] {
        for window in [(120, 36), (80, 24), (60, 20)] {
            let rows = rows(&after(keys, Lang::Zh), window);
            let above_footer = &rows[..rows.len() - 1];
            let borders = above_footer.iter().filter(|row| row.contains(word)).count();
            assert!(borders <= 1, "{keys} {window:?}\n{}", rows.join("\n"));
        }
    }
}

#[test]
fn what_a_message_fills_in_is_masked_with_all_other_amounts() {
    let receipt = "<paste:【小米分期】您已于3月8日成功还款300.25元>";
    let failed = "<paste:【小米分期】您的分期扣款失败，应还441.58元，请于3月12日前还款>";
    for (keys, shown) in [
        (format!("{receipt} P"), "300.25"),
        (format!("{failed} o"), "441.58"),
    ] {
        let open = rows(&after(&keys, Lang::Zh), (80, 24)).join("\n");
        let hidden = rows(&after(&format!("* {keys}"), Lang::Zh), (80, 24)).join("\n");
        assert!(open.contains(shown), "{keys}\n{open}");
        assert!(!hidden.contains(shown), "{keys}\n{hidden}");
    }
}

#[test]
fn the_first_key_back_from_the_end_of_a_text_moves_it() {
    let far = "<pgdn> ".repeat(40);
    for (keys, window) in [
        ("=", (60, 12)),
        ("2 <enter> <tab>", (80, 14)),
        ("2 <enter> <tab>", (60, 12)),
        ("3 <enter>", (80, 24)),
        ("3 <enter>", (40, 10)),
    ] {
        let (width, height) = window;
        let keys = format!("<resize:{width}x{height}> {keys}");
        let beginning = rows(&after(&keys, Lang::Zh), window);
        let mut model = after(&format!("{keys} {far}"), Lang::Zh);
        let (end, hits) = screen(&model, &dark(), window);
        let parts = parts(&hits);
        let last = parts.iter().map(|(_, last)| *last).max().unwrap();
        update(&mut model, Msg::Drawn(parts));
        assert_eq!(screen(&model, &dark(), window).0, end, "{keys}");
        assert_ne!(cells::lines(&end), beginning, "{keys}");
        for _ in 0..last {
            let before = rows(&model, window);
            update(&mut model, Msg::Key(Key::of(Code::Up)));
            assert_ne!(rows(&model, window), before, "{keys}");
        }
        assert_eq!(rows(&model, window), beginning, "{keys}");
    }
}

#[test]
fn the_caret_stands_behind_what_was_typed() {
    for (keys, text) in [
        ("c <type:3299>", "¥3299"),
        ("/ x m", "/ xm"),
        ("? <type:还>", "/ 还"),
        ("P <type:200>", "200"),
    ] {
        let model = after(keys, Lang::Zh);
        for window in WINDOWS {
            let mut buf = Buffer::empty(Rect::new(0, 0, window.0, window.1));
            let area = buf.area;
            let drawn = super::draw(&mut buf, area, &model, &dark(), Texts::new(Lang::Zh));
            let caret = drawn.caret.unwrap();
            let before: String = (0..caret.x)
                .filter(|x| is_seen(&buf, *x, caret.y))
                .map(|x| buf[(x, caret.y)].symbol())
                .collect();
            assert!(before.ends_with(text), "{keys} {window:?}: {before}");
        }
    }
}

#[test]
fn what_is_wrong_with_a_field_stands_below_it() {
    let model = after("P <type:9999> <tab> <type:x> <enter>", Lang::Zh);
    let rows = rows(&model, (80, 24));
    let at = |text: &str| rows.iter().position(|row| row.contains(text)).unwrap();
    assert_eq!(at("! 不是日期"), at("日期 ") + 1, "{}", rows.join("\n"));
}

#[test]
fn a_restore_within_a_working_day_did_not_take_none() {
    for (lang, expected) in [
        (Lang::Zh, "用了不到 1 个工作日"),
        (Lang::En, "back after less than a working day"),
    ] {
        let text = rows(&after("5", lang), (80, 24)).join("\n");
        assert!(text.contains(expected), "{text}");
    }
    let text = rows(&after("3", Lang::Zh), (120, 36)).join("\n");
    assert!(text.contains("5、2、<1、<1、2 个工作日"), "{text}");
    assert!(text.contains("✓ 02-08 ¥416.58"), "{text}");
}

#[test]
fn a_limit_that_is_late_since_friday_is_not_late_by_none_on_sunday() {
    let book = "version = 1\n[[line]]\nid = \"b\"\nname = \"B\"\nlimit = 500\n[line.rules]\nrestore-days = [1, 1]\n[[plan]]\nid = \"x\"\nline = \"b\"\nitem = \"X\"\nprincipal = 300\nperiods = 3\nfirst-due = 2026-03-05\npayments = [{ n = 1, on = 2026-03-05, amount = 100 }]\n";
    let sunday = "2026-03-08".parse().unwrap();
    for (keys, expected) in [("3", "¥100 just past its window"), ("1", "just late")] {
        let mut model = of_text(book.to_owned(), keys, Lang::En);
        update(&mut model, Msg::Day(sunday));
        let text = rows(&model, (120, 36)).join("\n");
        assert!(text.contains(expected), "{text}");
        assert!(!text.contains("0 w"), "{text}");
    }
}

#[test]
fn many_plans_to_pay_first_do_not_push_the_other_lines_out() {
    let lines = "version = 1\n[[line]]\nid = \"mi\"\nlimit = 20000\n\
                 [[line]]\nid = \"hb\"\nname = \"花呗\"\nlimit = 9000\n";
    let plan = |k| {
        format!(
            "[[plan]]\nid = \"p{k}\"\nline = \"mi\"\nitem = \"商品 {k}\"\nprincipal = 600\n\
             periods = 6\nfirst-due = 2026-01-0{k}\n"
        )
    };
    let book = lines.to_owned() + &(1..=6).map(plan).collect::<String>();
    let text = rows(&of_text(book, "c 3 2 9 9", Lang::Zh), (80, 24)).join("\n");
    for seen in [
        "商品 3 第 1–3 期",
        "¥900.00  另外 3 个计划也要先还",
        "✓ 花呗",
    ] {
        assert!(text.contains(seen), "{seen}\n{text}");
    }
}
