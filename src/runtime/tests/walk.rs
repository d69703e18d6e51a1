//! A long random walk with keys, the mouse, pastes and resizes over the sample book: nothing
//! panics, every frame is sound, the book changes only by what the history lists, and what is
//! hidden stays hidden. `FENQI_WALK` sets how many steps are gone.

use std::collections::BTreeSet;
use std::path::Path;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::action::Step;
use crate::app::form::Form;
use crate::app::form::field::Value;
use crate::app::import::FoundBill;
use crate::app::key::{Key, Stroke, strokes};
use crate::app::keymap::KEYMAP;
use crate::app::model::Size;
use crate::app::msg::{Mouse, Msg, Target};
use crate::app::overlay::Overlay;
use crate::cli::Opening;
use crate::document::Document;
use crate::runtime::headless::msg;
use crate::runtime::session::{BillWork, EditorEnd, Outside, Session};
use crate::settings::format::Amounts;
use crate::settings::texts::{Lang, Texts};
use crate::settings::theme::{Depth, Theme, ThemeChoice};
use crate::ui::hint::{Hit, target_at};
use crate::ui::{self, cells};

/// So many steps in a usual test run; each walker goes its share.
const USUAL_STEPS: usize = 4_000;
const WALKERS: u64 = 4;
/// Every so many steps the frame is drawn and looked at.
const LOOK_EVERY: usize = 5;

/// Typed text that leads somewhere, and sizes of all layouts.
const STROKES: [&str; 24] = [
    "9",
    "小",
    "。",
    "<paste:-1>",
    "<paste:6222 0212 3456 7890>",
    "<type:12>",
    "<type:+7>",
    "<type:0.6%>",
    "<type:2026-3-1>",
    "<type:xm>",
    "<tab>",
    "<enter>",
    "<enter>",
    "y",
    "<esc>",
    "*",
    "<resize:1x1>",
    "<resize:24x5>",
    "<resize:40x10>",
    "<resize:60x20>",
    "<resize:80x24>",
    "<resize:81x23>",
    "<resize:120x36>",
    "<resize:300x100>",
];

/// A plain generator; a walk must be the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
    }
}

struct Nowhere;

impl Outside for Nowhere {
    fn redraw(&mut self) {}
    fn copy(&mut self, _: &str) {}
    fn beside(&mut self, work: BillWork) -> Option<FoundBill> {
        Some(work())
    }
    fn suspend(&mut self) {}
    fn edit(&mut self, _: &Path, _: usize) -> EditorEnd {
        EditorEnd::Well
    }
    fn quit(&mut self) {}
}

struct Walker {
    session: Session,
    dice: Dice,
    strokes: Vec<Vec<Stroke>>,
    theme: Theme,
    hits: Vec<Hit>,
    secrets: BTreeSet<String>,
    /// The book as it was, and what the history listed then.
    text: String,
    listed: Vec<(String, bool)>,
}

fn opening(lang: Lang, hide_amounts: bool) -> Opening {
    let today = "2026-03-10".parse().unwrap();
    Opening {
        hide_amounts,
        ..Opening::of_sample(today, Texts::new(lang))
    }
}

impl Walker {
    fn new(seed: u64, lang: Lang) -> Self {
        let size = Size {
            width: 80,
            height: 24,
        };
        let session = Session::new(&opening(lang, seed % 2 == 1), size);
        let keys = KEYMAP.iter().flat_map(|row| row.keys);
        let keys = keys.map(Key::to_string);
        let all = keys.chain(STROKES.map(str::to_owned));
        let mut walker = Self {
            secrets: secrets(&session),
            session,
            dice: Dice(seed),
            strokes: all.map(|keys| strokes(&keys).unwrap()).collect(),
            theme: Theme::choose(ThemeChoice::Dark, None, Depth::True),
            hits: Vec::new(),
            text: String::new(),
            listed: Vec::new(),
        };
        (walker.text, walker.listed) = walker.book();
        walker
    }

    fn step(&mut self) {
        if self.dice.roll(8) == 0 {
            let mouse = self.mouse();
            self.session.take(Msg::Mouse(mouse), &mut Nowhere);
        } else {
            let strokes = self.strokes[self.dice.roll(self.strokes.len())].clone();
            for stroke in &strokes {
                self.session.take(msg(stroke), &mut Nowhere);
            }
        }
        let text = self.session.model.book.document().map(Document::text);
        if text != Some(&self.text) {
            let (text, listed) = self.book();
            assert_ne!(listed, self.listed, "the book changed, the history did not");
            (self.text, self.listed) = (text, listed);
        }
    }

    /// The text, and what the history lists.
    fn book(&mut self) -> (String, Vec<(String, bool)>) {
        let listed = self.session.shelf.history().into_iter();
        let listed = listed.map(|change| (format!("{:?}", change.what), change.is_applied));
        let listed = listed.collect();
        let document = self.session.model.book.document().unwrap();
        (document.text().to_owned(), listed)
    }

    fn mouse(&mut self) -> Mouse {
        let hit = (!self.hits.is_empty()).then(|| self.hits[self.dice.roll(self.hits.len())]);
        let window = self.session.model.window;
        let target = if let Some(hit) = hit.filter(|_| self.dice.roll(4) > 0) {
            hit.target
        } else {
            let mut cell = |most: u16| self.dice.roll(most.into()).try_into().unwrap();
            let (x, y) = (cell(window.width), cell(window.height));
            target_at(&self.hits, x, y)
        };
        // What was clicked may be a frame old.
        let target = if self.dice.roll(50) == 0 {
            Target::OverlayRow(self.dice.roll(99))
        } else {
            target
        };
        match self.dice.roll(4) {
            0 => Mouse::Wheel(Step::Next, target),
            1 => Mouse::Wheel(Step::Previous, target),
            2 => Mouse::Menu(target),
            _ => Mouse::Click(target),
        }
    }

    fn look(&mut self) {
        let model = &self.session.model;
        let area = Rect::new(0, 0, model.window.width, model.window.height);
        let mut buf = Buffer::empty(area);
        let texts = Texts::new(model.lang);
        let drawn = ui::draw(&mut buf, area, model, &self.theme, texts);
        self.hits = drawn.hits;
        if model.amounts_hidden {
            let typed = typed(&self.session);
            for row in cells::lines(&buf) {
                assert_masked(&row, &typed, &self.secrets);
            }
        }
    }
}

/// Numbers that sentences of the program name as examples, and the sample book's hotlines.
const EXAMPLES: &str = "200 1,299.50 3299 3,299 1.2w 1.2k 600 400 100 5678";

/// What is typed where the frame was drawn: that is shown as it is typed.
fn typed(session: &Session) -> String {
    let model = &session.model;
    let above = model.overlays.iter().map(|overlay| match overlay {
        Overlay::Help(help) => help.filter.text().to_owned(),
        Overlay::Check(check) => check.input.text().to_owned(),
        Overlay::Find(find) => find.input.text().to_owned(),
        Overlay::Day(typed) => typed.text().to_owned(),
        Overlay::Form(form) => typed_into(form),
        Overlay::Explain(explained) => {
            let lines = explained.all.iter().flat_map(|one| &one.source);
            let numbers = lines.map(|line| line.number.to_string());
            numbers.collect::<Vec<_>>().join(" ")
        }
        _ => String::new(),
    });
    let thought = model
        .what_if
        .iter()
        .map(|what_if| typed_into(&what_if.form));
    let examples = std::iter::once(EXAMPLES.to_owned());
    let all = above.chain(thought).chain(examples);
    all.collect::<Vec<_>>().join(" ")
}

fn typed_into(form: &Form) -> String {
    let typed = form.visible().filter(|field| field.touched);
    let texts = typed.filter_map(|field| match &field.value {
        Value::Text(text) => Some(text.text().to_owned()),
        Value::Choice(_) => None,
    });
    texts.collect::<Vec<_>>().join(" ")
}

/// Numbers that nobody may read while amounts are hidden: amounts, accounts, order numbers.
fn secrets(session: &Session) -> BTreeSet<String> {
    let model = &session.model;
    let (book, board) = (model.book().unwrap(), &model.board);
    let mut amounts: Vec<_> = board.months.iter().map(|month| month.total).collect();
    amounts.extend(book.lines.iter().filter_map(|line| line.limit));
    amounts.extend(book.plans.iter().map(|plan| plan.principal));
    amounts.extend(board.position.plans.iter().map(|plan| plan.outstanding));
    amounts.extend(board.due.rows.iter().map(|row| row.amount));
    let mut secrets = BTreeSet::new();
    for amount in amounts.into_iter().filter(|amount| amount.is_positive()) {
        let bare = Amounts::SHOWN.bare_debt(amount);
        // Smaller ones are days and counts as well.
        if bare.len() > 2 {
            secrets.insert(bare);
        }
        secrets.insert(amount.to_string());
    }
    secrets.extend(book.plans.iter().filter_map(|plan| plan.order.clone()));
    secrets.extend(book.lines.iter().filter_map(|line| line.account.clone()));
    secrets
}

fn assert_masked(row: &str, typed: &str, secrets: &BTreeSet<String>) {
    let is_number = |char: char| char.is_ascii_alphanumeric() || ",.*".contains(char);
    for token in row.split(|char| !is_number(char)) {
        let token = token.trim_matches(|char| ",.".contains(char));
        if token.is_empty() || typed.contains(token) {
            continue;
        }
        let is_secret = secrets.contains(token)
            || secrets
                .iter()
                .any(|secret| token.len() > 5 && secret.starts_with(token));
        let digits = token.bytes().any(|byte| byte.is_ascii_digit());
        let grouped = digits && token.contains(',');
        assert!(!is_secret && !grouped, "{token} can be read: {row}");
    }
    for symbol in ["¥", "$", "€"] {
        let mut after = row.split(symbol).skip(1);
        let shown = after.find(|rest| {
            let rest = rest.trim_start_matches('-');
            let number: String = rest.chars().take_while(|char| is_number(*char)).collect();
            number.starts_with(|char: char| char.is_ascii_digit()) && !typed.contains(&number)
        });
        assert_eq!(shown, None, "an amount can be read: {row}");
    }
}

#[test]
fn a_long_walk_does_no_harm() {
    let steps = std::env::var("FENQI_WALK").ok();
    let steps = steps.map_or(USUAL_STEPS, |steps| steps.parse().unwrap());
    let walk = |seed: u64| {
        let lang = if seed < WALKERS / 2 {
            Lang::Zh
        } else {
            Lang::En
        };
        let mut walker = Walker::new(seed, lang);
        let (first, _) = walker.book();
        for step in 0..steps / usize::try_from(WALKERS).unwrap() {
            walker.step();
            if step % LOOK_EVERY == 0 {
                walker.look();
            }
        }
        // Back to the start and forth again through what the history lists.
        let (last, listed) = walker.book();
        let applied = listed.iter().filter(|(_, is_applied)| *is_applied).count();
        walker.session.shelf.go_to(0);
        let loaded = walker.session.shelf.load();
        assert_eq!(loaded.book.document().unwrap().text(), first);
        walker.session.shelf.go_to(applied);
        let loaded = walker.session.shelf.load();
        assert_eq!(loaded.book.document().unwrap().text(), last);
        listed.len()
    };
    std::thread::scope(|scope| {
        let walkers: Vec<_> = (0..WALKERS)
            .map(|seed| scope.spawn(move || walk(seed)))
            .collect();
        let changes = walkers.into_iter().map(|walker| walker.join().unwrap());
        assert!(
            changes.sum::<usize>() > 0,
            "a walk that changes nothing shows nothing"
        );
    });
}

/// Every view, overlay and form that keys lead to, with everything hidden.
#[test]
fn nothing_that_is_hidden_can_be_read_anywhere() {
    let views = [
        "",
        "1",
        "2",
        "2 <enter>",
        "2 <enter> <tab>",
        "2 <enter> <tab> <tab>",
        "3",
        "3 <enter>",
        "3 j j <enter>",
        "4",
        "4 l",
        "4 l <tab>",
        "5",
        "6",
        "6 <enter>",
        "7",
        "} }",
        "3 {",
        "4 } >",
        "c 3 2 9 9 <enter>",
    ];
    let above = [
        "",
        "?",
        "c <type:12000>",
        "P",
        "a",
        "S",
        "R",
        "M",
        "W",
        "E",
        "D",
        "n",
        "e",
        "v",
        "b",
        "o",
        "V",
        "=",
        "= l",
        "= l l",
        "= l l l",
        "d",
        "/",
        "<type:/xm>",
        "y",
        "p",
        "p u",
        "r",
        "Z",
    ];
    for (k, view) in views.into_iter().enumerate() {
        for (j, keys) in above.into_iter().enumerate() {
            let lang = [Lang::Zh, Lang::En][(k + j) % 2];
            let size = if keys.len() % 2 == 0 {
                (120, 36)
            } else {
                (80, 24)
            };
            let mut session = Session::new(&opening(lang, true), size.into());
            let secrets = secrets(&session);
            for stroke in strokes(&format!("{view} {keys}")).unwrap() {
                session.take(msg(&stroke), &mut Nowhere);
            }
            let area = Rect::new(0, 0, size.0, size.1);
            let mut buf = Buffer::empty(area);
            let theme = Theme::choose(ThemeChoice::Dark, None, Depth::True);
            ui::draw(&mut buf, area, &session.model, &theme, Texts::new(lang));
            let typed = typed(&session);
            for row in cells::lines(&buf) {
                assert_masked(&row, &typed, &secrets);
            }
        }
    }
}
