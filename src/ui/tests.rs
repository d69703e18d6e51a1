//! The frame round the views: first and last line, notices, what takes the place of a view.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;

use super::cells;
use super::layout::Layout;
use super::test_book::{SIZES, assert_sound, model, screen, text, theme};
use crate::app::Model;
use crate::app::form::field::FieldName;
use crate::app::key::Key;
use crate::app::model::{BookState, FileProblem, Saving};
use crate::app::msg::Target;
use crate::app::notice::{NotSaved, Notice, Said, Tone, What};
use crate::app::overlay::{Overlay, Question};
use crate::app::screen::Screen;
use crate::domain::{Currency, Money, Refusal};
use crate::settings::texts::{Lang, Texts};

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

fn row(model: &Model, size: (u16, u16), row: usize) -> String {
    let text = text(model, size);
    text.lines().nth(row).unwrap_or_default().to_owned()
}

fn last_row(model: &Model, size: (u16, u16)) -> String {
    row(model, size, usize::from(size.1) - 1)
}

fn with_notice(tone: Tone, said: Said) -> Model {
    let mut model = model(Lang::Zh);
    model.notice = Some(Notice { tone, said });
    model
}

fn paid(in_full: bool) -> Said {
    Said::Saved(What::Paid {
        item: "小米 15 Pro 手机".to_owned(),
        n: 6,
        amount: Money::from(441),
        currency: Currency::CNY,
        in_full,
        today: true,
    })
}

fn broken(last_good: bool) -> Model {
    let mut model = model(Lang::Zh);
    let good = match &model.book {
        BookState::Open(document) => Some(document.clone()),
        _ => None,
    };
    model.book = BookState::Broken {
        last_good: good.filter(|_| last_good),
        problems: vec![FileProblem {
            line: 3,
            column: 1,
            words: "“version” 重复了".into(),
            instead: Some("只留一个".into()),
        }],
    };
    model
}

#[test]
fn the_first_line_names_the_views_and_what_waits_in_them() {
    let model = model(Lang::Zh);
    for (size, expected) in [
        (
            (120, 36),
            " 分期    1 总览   2 计划   3 额度   4 日历   5 提醒 3   6 跟进 1   7 试算                               2026-03-10 周二",
        ),
        (
            (80, 24),
            " 分期   1 总览  2 计划  3 额度  4 日历  5 提醒 3  6 跟进 1  7 试算",
        ),
        (
            (60, 20),
            "1总览 2计划 3额度 4日历 5提醒 6跟进 7试算   2026-03-10 周二",
        ),
        ((40, 10), " 分期  ! 逾期 ¥441.58              1/10"),
    ] {
        assert_eq!(row(&model, size, 0), expected, "{size:?}");
    }
}

#[test]
fn the_demo_says_so_at_every_size() {
    for lang in LANGS {
        let mut model = model(lang);
        model.demo = true;
        let texts = Texts::new(lang);
        for size in [(120, 36), (80, 24), (60, 20)] {
            assert!(row(&model, size, 0).contains(texts.demo()), "{size:?}");
        }
        assert!(last_row(&model, (120, 36)).ends_with(texts.demo_not_saved()));
    }
}

#[test]
fn a_small_window_names_the_view() {
    let mut model = model(Lang::Zh);
    model.screen = Screen::Limits;
    assert!(row(&model, (40, 10), 0).starts_with(" 分期  3 额度"));
    model.screen = Screen::PlanDetail;
    assert!(row(&model, (40, 10), 0).starts_with(" 分期  2 计划"));
}

#[test]
fn the_last_line_holds_the_keys_that_help_now() {
    let mut model = model(Lang::Zh);
    assert!(last_row(&model, (80, 24)).starts_with(" ? 帮助   p 记还款   P 部分   u 撤销"));
    model.saving = Saving::SavedAt("23:52".to_owned());
    assert!(last_row(&model, (120, 36)).ends_with("已保存 23:52"));
    model.saving = Saving::Failed;
    assert!(last_row(&model, (60, 20)).ends_with("! 没存上"));
    model.book = BookState::missing();
    model.saving = Saving::Untouched;
    assert!(
        last_row(&model, (80, 24)).starts_with(" ? 帮助   a 新建   l 新额度   i 导入   d 看演示")
    );
}

#[test]
fn a_payment_is_told_with_its_amount_and_the_way_back() {
    let model = with_notice(Tone::Done, paid(true));
    assert!(
        last_row(&model, (80, 24)).starts_with("▎✓ 已记 小米 15 Pro 手机 第 6 期 ¥441.00   u 撤销")
    );
    for size in SIZES {
        let line = last_row(&model, size);
        let fits = Layout::of(Rect::new(0, 0, size.0, size.1)) > Layout::TooSmall;
        assert!(!fits || line.contains("¥441.00"), "{size:?}: {line}");
    }
    let part = with_notice(Tone::Done, paid(false));
    assert!(last_row(&part, (80, 24)).contains("第 6 期部分 ¥441.00"));
    let mut hidden = with_notice(Tone::Done, paid(true));
    hidden.amounts_hidden = true;
    assert!(last_row(&hidden, (80, 24)).contains("****"));
}

#[test]
fn every_notice_has_words_in_both_languages() {
    let why = || "no space left".to_owned();
    let not_saved = [
        NotSaved::Unreadable(why()),
        NotSaved::ReadOnly,
        NotSaved::ForeignOwner,
        NotSaved::HardLinks,
        NotSaved::Locked { by: None },
        NotSaved::Locked { by: Some(why()) },
        NotSaved::Exists,
        NotSaved::NothingToUndo,
        NotSaved::NothingToRedo,
        NotSaved::ChangedSince,
        NotSaved::KeepsChanging,
        NotSaved::Broken,
        NotSaved::WouldDiffer,
        NotSaved::Disk(why()),
    ];
    let restored = || What::Restored {
        item: "X".to_owned(),
        n: 2,
    };
    let mut all: Vec<Said> = not_saved.into_iter().map(Said::NotSaved).collect();
    all.extend(FieldName::ALL.iter().copied().map(Said::FieldHelp));
    all.extend([
        Said::Undone(restored()),
        Said::Redone(restored()),
        Said::Unchanged,
        Said::Kept(why()),
        Said::Unconfirmed,
        Said::Refused(Refusal::NotPositive),
        Said::FileBroken,
        Said::NoFile,
        Said::FileMissing,
        Said::Reloaded,
        Said::NothingSelected,
        Said::NothingRestoring,
        Said::UnknownKey,
        Said::InputMethod,
        Said::AmountsHidden(true),
        Said::AmountsHidden(false),
        Said::NoEditor(why()),
        Said::DemoOnly,
        Said::NothingOpen,
        Said::NothingToEdit,
        Said::EditorEnded(Some(1)),
        Said::EditorEnded(None),
    ]);
    let mut told = std::collections::BTreeSet::new();
    for said in &all {
        let lines = LANGS.map(|lang| {
            let mut model = model(lang);
            model.notice = Some(Notice {
                tone: Tone::Failed,
                said: said.clone(),
            });
            last_row(&model, (200, 24))
        });
        assert_ne!(lines[0], lines[1], "{said:?}");
        assert!(lines[0].starts_with("▎! "), "{}", lines[0]);
        assert!(told.insert(lines[0].clone()), "{}", lines[0]);
    }
}

#[test]
fn too_small_a_window_says_how_large_it_must_be() {
    for (lang, expected) in [
        (Lang::Zh, "窗口太小，要 24x5"),
        (Lang::En, "too small: 24x5"),
    ] {
        let text = text(&model(lang), (20, 4));
        assert_eq!(text.trim(), expected);
    }
    for width in 0..24 {
        for height in 0..5 {
            screen(&model(Lang::Zh), &theme(), (width, height));
        }
    }
}

#[test]
fn without_a_file_the_card_offers_what_can_be_done() {
    for lang in LANGS {
        let mut model = model(lang);
        model.book = BookState::missing();
        for size in SIZES {
            let buf = screen(&model, &theme(), size);
            assert_sound(&buf, &format!("{size:?}"));
            let text = cells::lines(&buf).join("\n");
            assert!(!text.contains("441.58"), "{text}");
            assert!(text.contains('a'), "{size:?}");
        }
        let text = text(&model, (80, 24));
        let texts = Texts::new(lang);
        for said in [
            texts.welcome_title(),
            texts.welcome_create(),
            texts.welcome_demo(),
            &model.path,
        ] {
            assert!(text.contains(said), "{said}\n{text}");
        }
    }
}

#[test]
fn a_file_that_breaks_shows_its_line_above_what_was_read_before() {
    let model = broken(true);
    for size in SIZES {
        let buf = screen(&model, &theme(), size);
        assert_sound(&buf, &format!("{size:?}"));
        let text = cells::lines(&buf).join("\n");
        let expected = if size.0 > 40 {
            "! 第 3 行第 1 列：“version” 重复了"
        } else {
            "! 第 3 行"
        };
        assert!(text.contains(expected), "{size:?}\n{text}");
        assert!(text.contains("441.58"), "{size:?}\n{text}");
    }
    let text = text(&broken(false), (80, 24));
    assert!(
        text.contains("第 3 行") && text.contains("只留一个") && !text.contains("441.58"),
        "{text}"
    );
}

#[test]
fn under_an_overlay_only_the_overlay_and_the_footer_can_be_clicked() {
    let mut model = model(Lang::Zh);
    model.overlays = vec![Overlay::Confirm(Question::DropForm)];
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let mut hits = Vec::new();
    terminal
        .draw(|frame| hits = super::view(frame, &model, &theme(), Texts::new(Lang::Zh)))
        .unwrap();
    let buf = terminal.backend().buffer().clone();
    assert_sound(&buf, "question");
    let targets: Vec<_> = hits.iter().map(|hit| hit.target).collect();
    assert_eq!(targets[0], Target::Overlay);
    assert!(targets.contains(&Target::Key(Key::char('y'))));
    assert!(
        !targets
            .iter()
            .any(|target| matches!(target, Target::Row(..)))
    );
    assert!(cells::lines(&buf).join("\n").contains("放弃吗"));
}

#[test]
fn a_tab_and_a_row_can_be_clicked() {
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let model = model(Lang::Zh);
    let mut hits = Vec::new();
    terminal
        .draw(|frame| hits = super::view(frame, &model, &theme(), Texts::new(Lang::Zh)))
        .unwrap();
    for ((x, y), target) in [
        ((18, 0), Target::Key(Key::char('2'))),
        ((30, 6), Target::Row(crate::app::screen::List::Due, 1)),
        ((3, 23), Target::Key(Key::char('?'))),
        ((9, 14), Target::Key(Key::char('5'))),
        ((5, 16), Target::Key(Key::char('3'))),
        ((9, 18), Target::Row(crate::app::screen::List::Lines, 1)),
        ((0, 3), Target::Nothing),
    ] {
        assert_eq!(super::hint::target_at(&hits, x, y), target, "{x},{y}");
    }
}
