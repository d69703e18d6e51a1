use ratatui::buffer::Buffer;
use ratatui::style::Color;

use crate::app::Model;
use crate::app::msg::Target;
use crate::app::screen::{List, Pane};
use crate::domain::command::{self, Command, Pay};
use crate::settings::format::Amounts;
use crate::settings::symbols::State;
use crate::settings::texts::{Lang, Texts};
use crate::settings::theme::{Depth, Theme, ThemeChoice};
use crate::ui::cells;
use crate::ui::layout::Layout;
use crate::ui::test_book::{self, SIZES, assert_sound, board, model, of_text, screen, text, theme};

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

/// A book that asks for room: many rows, wide names, amounts as large as a book may hold.
fn wide_book(lang: Lang) -> Model {
    let mut text = String::from("version = 1\n");
    for k in 0..9 {
        let limit = if k == 3 { "1000000000000" } else { "8000" };
        let name = format!("很长很长的额度名字 number {k}");
        let line = format!("[[line]]\nid = \"l{k}\"\nname = \"{name}\"\nlimit = {limit}\n");
        text.push_str(&line);
    }
    for k in 0..14 {
        let principal = if k % 5 == 0 {
            "\"999999999999.99\""
        } else {
            "1234.56"
        };
        let (line, day) = (k % 9, k + 4);
        let plan = format!(
            "[[plan]]\nid = \"p{k}\"\nline = \"l{line}\"\nitem = \"小米洗烘一体机超长名字 with English {k}\"\n\
             principal = {principal}\nperiods = 1\nfirst-due = 2026-03-{day:02}\n"
        );
        text.push_str(&plan);
    }
    of_text(text, lang)
}

fn books(lang: Lang) -> [Model; 3] {
    let empty = of_text("version = 1\n".to_owned(), lang);
    [model(lang), wide_book(lang), empty]
}

/// The drawn rows of a list: their places and texts.
fn rows(model: &Model, size: (u16, u16), list: List) -> Vec<(usize, String)> {
    let mut buf = Buffer::empty(ratatui::layout::Rect::new(0, 0, size.0, size.1));
    let area = buf.area;
    let drawn = crate::ui::draw(&mut buf, area, model, &theme(), Texts::new(model.lang));
    let text = |area: ratatui::layout::Rect| {
        let mut row = Buffer::empty(ratatui::layout::Rect { height: 1, ..area });
        for x in area.left()..area.right() {
            row[(x, area.y)] = buf[(x, area.y)].clone();
        }
        cells::lines(&row).remove(0)
    };
    drawn
        .hits
        .iter()
        .filter_map(|hit| match hit.target {
            Target::Row(of, place) if of == list => Some((place, text(hit.area))),
            _ => None,
        })
        .collect()
}

#[test]
fn no_frame_of_any_size_breaks_a_border_or_a_glyph() {
    for lang in LANGS {
        for (place, model) in books(lang).iter().enumerate() {
            for size in SIZES {
                let buf = screen(model, &theme(), size);
                assert_sound(&buf, &format!("book {place} {lang:?} {size:?}"));
            }
        }
    }
}

#[test]
fn amounts_are_never_cut() {
    for lang in LANGS {
        for model in books(lang) {
            let exact = |amount| Amounts::default().exact(amount, model.board.currency);
            let free = |amount| Amounts::default().free(amount, model.board.currency);
            for size in SIZES {
                let drawn = rows(&model, size, List::Due);
                for (place, row) in &drawn {
                    let amount = exact(model.board.due.rows[*place].amount);
                    assert!(row.contains(&amount), "{size:?}: {amount} is not in {row}");
                }
                for (place, row) in rows(&model, size, List::Lines) {
                    let available = model.board.position.limits[place].available.unwrap();
                    assert!(row.contains(&free(available)), "{size:?}: {row}");
                }
                assert!(
                    !drawn.is_empty() || model.board.due.rows.is_empty(),
                    "{size:?} shows no row"
                );
            }
        }
    }
}

#[test]
fn a_figure_that_does_not_fit_loses_cents_or_a_card_but_no_digit() {
    let model = wide_book(Lang::Zh);
    for size in SIZES {
        if Layout::of(ratatui::layout::Rect::new(0, 0, size.0, size.1)) == Layout::List {
            continue;
        }
        let text = text(&model, size);
        let left = model.board.cards.month.left;
        let exact = Amounts::default().exact(left, model.board.currency);
        let short = Amounts::default().debt(left, model.board.currency);
        assert!(
            text.contains(&exact) || text.contains(&short),
            "{size:?}\n{text}"
        );
    }
}

#[test]
fn each_row_has_the_glyph_and_the_word_of_its_state() {
    for lang in LANGS {
        let model = model(lang);
        let texts = Texts::new(lang);
        for size in [(120, 36), (80, 24), (60, 20), (40, 10)] {
            for (place, row) in rows(&model, size, List::Due) {
                let due = &model.board.due.rows[place];
                let word = texts.due(model.today, due.due);
                let place = row.find(&word);
                assert!(place.is_some(), "{size:?}: {word} is not in {row}");
                assert!(
                    row.split(&word).next().unwrap().contains(due.state.glyph()),
                    "{size:?}: {row}"
                );
            }
        }
        let lines = rows(&model, (80, 24), List::Lines);
        for (place, (glyph, word)) in [
            (0, ("↻", texts.restoring_short())),
            (1, ("❆", texts.frozen())),
            (2, ("↻", texts.restore_late())),
            (4, ("❆", texts.frozen())),
        ] {
            let row = &lines[place].1;
            assert!(row.ends_with(&format!("{glyph} {word}")), "{row}");
        }
    }
}

#[test]
fn without_colours_nothing_has_a_colour() {
    let mono = Theme::choose(ThemeChoice::Mono, None, Depth::True);
    for size in SIZES {
        let buf = screen(&model(Lang::Zh), &mono, size);
        for cell in buf.content() {
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{size:?}");
        }
    }
}

#[test]
fn the_selected_row_is_seen_wherever_it_is() {
    let mut model = wide_book(Lang::Zh);
    for place in [0, 1, 6, 7, 12, 13] {
        test_book::select(&mut model, place);
        for size in SIZES {
            let buf = screen(&model, &theme(), size);
            let marked = cells::lines(&buf)
                .iter()
                .filter(|line| line.contains('▸'))
                .count();
            assert_eq!(marked, 1, "{size:?} {place}");
            let seen = rows(&model, size, List::Due);
            assert!(
                seen.iter().any(|(row, _)| *row == place),
                "{size:?} {place}"
            );
        }
    }
}

#[test]
fn a_list_that_does_not_fit_tells_the_place_in_it() {
    let mut model = wide_book(Lang::Zh);
    test_book::select(&mut model, 6);
    for size in [(120, 32), (80, 24), (60, 20)] {
        assert!(text(&model, size).contains(" 7/14"), "{size:?}");
    }
}

#[test]
fn only_the_pane_with_the_keys_has_a_selected_row() {
    let mut model = model(Lang::Zh);
    model.pane = Pane::Lines;
    model.selection.line = Some(model.board.lines[1].id.clone());
    model.selection.alert = Some(model.board.alerts[1].id.clone());
    let text = text(&model, (120, 36));
    let marked: Vec<_> = text.lines().filter(|line| line.contains('▸')).collect();
    assert_eq!(marked.len(), 1, "{text}");
    assert!(marked[0].contains("▸花呗"), "{}", marked[0]);
}

#[test]
fn what_was_paid_today_stays_in_its_place() {
    let mut model = model(Lang::Zh);
    let first = &model.board.due.rows[0];
    let pay = Command::Pay(Pay {
        plan: first.id.plan.clone(),
        n: Some(first.id.n),
        amount: None,
        on: model.today,
        via: None,
        reference: None,
        verified: None,
        prepay: None,
    });
    let mut book = model.book().unwrap().clone();
    book = command::apply(&book, &pay, &model.calendar, model.today).unwrap();
    model.board = board(&book);
    test_book::select(&mut model, 1);
    let (place, row) = rows(&model, (80, 24), List::Due).remove(0);
    assert_eq!(place, 0);
    assert!(
        row.starts_with("✓ 今天已还 03-07 六  小米 15 Pro 手机"),
        "{row}"
    );
    assert!(row.contains("¥441.58"));
    let text = text(&model, (80, 24));
    assert!(
        text.contains("没有逾期") && text.contains("¥0.00"),
        "{text}"
    );
}

#[test]
fn hidden_amounts_are_nowhere() {
    let mut model = model(Lang::Zh);
    model.amounts_hidden = true;
    for size in SIZES {
        let text = text(&model, size);
        assert!(!text.contains('¥'), "{size:?}\n{text}");
        assert!(text.contains("****"), "{size:?}");
    }
}

#[test]
fn columns_leave_in_their_order_as_the_window_gets_narrower() {
    let model = model(Lang::Zh);
    let first = |width| rows(&model, (width, 24), List::Due).remove(0).1;
    for (width, expected) in [
        (
            84,
            "! 逾期3天  03-07 六  小米 15 Pro 手机                6/12  ━━━───  ¥441.58  手动",
        ),
        (
            80,
            "! 逾期3天  03-07 六  小米 15 Pro 手机            6/12  ━━━───  ¥441.58  手动",
        ),
        (
            76,
            "! 逾期3天  03-07 六  小米 15 Pro 手机        6/12  ━━━───  ¥441.58  手动",
        ),
        (56, "! 逾期3天   小米 15 Pro 手机     6/12  ¥441.58  手动"),
        (40, "! 逾期3天 小米 15 Pro 手机     ¥441.58"),
        (24, "! 小米 15 Pro… ¥441.58"),
    ] {
        assert_eq!(first(width), expected, "{width}");
    }
}

#[test]
fn a_normal_window_ends_its_list_with_what_the_list_cannot_tell() {
    let text = text(&model(Lang::Zh), (80, 24));
    let row = text.lines().find(|line| line.contains("仍未恢复")).unwrap();
    assert!(row.contains("↻ 京东白条 ¥1,200 已还"), "{row}");
    assert!(row.ends_with("5 提醒 │"), "{row}");
}

#[test]
fn a_tall_window_has_groups_then_the_ruler_then_the_months() {
    let model = model(Lang::Zh);
    for (height, groups, ruler, months) in [
        (24, false, false, false),
        (29, true, false, false),
        (33, true, true, false),
        (41, true, true, true),
    ] {
        let text = text(&model, (100, height));
        assert_eq!(text.contains("下周 ┄┄"), groups, "{height}");
        assert_eq!(text.contains("┻━"), ruler, "{height}");
        assert_eq!(text.contains("未来 12 个月"), months, "{height}");
    }
}

#[test]
fn the_ruler_puts_the_most_urgent_glyph_on_each_day() {
    let text = text(&model(Lang::Zh), (120, 36));
    let line = |needle: &str| {
        let row = text.lines().position(|line| line.contains(needle)).unwrap();
        text.lines().nth(row).unwrap().to_owned()
    };
    let glyphs = text.lines().nth(7).unwrap();
    assert!(
        glyphs.starts_with("│ !       ◷ ◷     ◒     ◦   ◦         ◦       ◦             ◦   ◦"),
        "{glyphs}"
    );
    assert!(line("┻━").starts_with("│ ──────┻━──────────┴─────────────┴"));
    assert!(
        line("3/16")
            .starts_with("│       今天        3/16          3/23          3/30          4/6")
    );
    assert_eq!(State::Soon.glyph(), "◷");
}

#[test]
fn an_empty_book_says_so() {
    for lang in LANGS {
        let empty = of_text("version = 1\n".to_owned(), lang);
        let texts = Texts::new(lang);
        for size in [(120, 36), (80, 24), (60, 20), (40, 10)] {
            assert!(
                text(&empty, size).contains(&texts.overview_no_plans("a")),
                "{size:?}"
            );
        }
        assert!(text(&empty, (80, 24)).contains(&texts.overview_first_line("3", "a")));
    }
}
