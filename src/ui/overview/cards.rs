//! The four figures on top.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::board::cards::{AvailableCard, MonthCard, OverdueCard, RestoringCard};
use crate::settings::format::{Written, month_day, share};
use crate::settings::theme::Role;
use crate::ui::card::{self, Card};
use crate::ui::scene::Scene;
use crate::ui::{bars, cells};

/// Cells of a card beside its text.
const EDGES: u16 = 3;
/// Longer bars say no more.
const LONGEST_BAR: u16 = 13;

/// A figure and what is said about it; of several forms the first that fits is taken.
struct Figure {
    labels: [&'static str; 2],
    amounts: [Written; 2],
    ink: Role,
    edge: Role,
    notes: Vec<String>,
    progress: Option<(u32, u32)>,
}

/// Draws the cards beside each other, `gap` blanks between them; the last ones leave where a
/// figure would be cut.
pub fn draw(buf: &mut Buffer, area: Rect, scene: Scene<'_>, gap: u16) {
    let cards = &scene.model.board.cards;
    let figures = [
        month(&cards.month, scene),
        overdue(&cards.overdue, scene),
        available(&cards.available, scene),
        restoring(&cards.restoring, scene),
    ];
    let places = [4, 3, 2, 1]
        .into_iter()
        .map(|count| places(area, count, gap))
        .find(|places| {
            let mut pairs = figures.iter().zip(places);
            places.len() == 1 || pairs.all(|(figure, place)| figure.fits(place.width))
        });
    for (figure, place) in figures.iter().zip(places.unwrap_or_default()) {
        figure.draw(buf, place, scene);
    }
}

/// `count` equal parts of an area.
fn places(area: Rect, count: u16, gap: u16) -> Vec<Rect> {
    let start = |place: u16| (2 * place * (area.width + gap) + count) / (2 * count);
    (0..count)
        .map(|place| Rect {
            x: area.x + start(place),
            width: (start(place + 1) - start(place)).saturating_sub(gap),
            ..area
        })
        .collect()
}

impl Figure {
    fn fits(&self, width: u16) -> bool {
        self.amounts
            .iter()
            .any(|amount| cells::width(&amount.to_string()) + EDGES <= width)
    }

    fn draw(&self, buf: &mut Buffer, area: Rect, scene: Scene<'_>) {
        let room = area.width.saturating_sub(EDGES);
        let [exact, short] = &self.amounts;
        let written = if cells::width(&exact.to_string()) <= room {
            exact
        } else {
            short
        };
        let fitting = |texts: &[&str]| {
            let fits = texts.iter().position(|text| cells::width(text) <= room);
            fits.unwrap_or(texts.len().saturating_sub(1))
        };
        let notes: Vec<&str> = self.notes.iter().map(String::as_str).collect();
        let card = Card {
            label: self.labels[fitting(&self.labels)],
            figure: card::amount(written.clone(), self.ink, scene.theme),
            note: Line::raw(notes.get(fitting(&notes)).copied().unwrap_or_default()),
        };
        let free = card.draw(buf, area, self.edge, scene.theme);
        if let Some((done, total)) = self.progress.filter(|_| free.width > 3) {
            let bar = Rect {
                width: (free.width - 1).min(LONGEST_BAR),
                ..free
            };
            bars::progress(buf, bar, done, total, Role::Paid, scene.theme);
        }
    }
}

fn month(card: &MonthCard, scene: Scene<'_>) -> Figure {
    let (texts, currency) = (scene.texts, scene.model.board.currency);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Figure {
        labels: [texts.overview_due_this_month(), texts.overview_this_month()],
        amounts: [
            scene.amounts().written(card.left, currency),
            whole(scene.amounts().debt(card.left, currency)),
        ],
        ink: Role::Text,
        edge: Role::Accent,
        notes: vec![if card.of == 0 {
            texts.overview_nothing_this_month().to_owned()
        } else {
            texts.overview_paid_of(card.paid, card.of)
        }],
        progress: (card.of > 0).then(|| (count(card.paid), count(card.of))),
    }
}

fn overdue(card: &OverdueCard, scene: Scene<'_>) -> Figure {
    let (texts, currency) = (scene.texts, scene.model.board.currency);
    let role = if card.count == 0 {
        Role::Paid
    } else {
        Role::Overdue
    };
    let items = texts.items(card.count);
    Figure {
        labels: [texts.overview_overdue(); 2],
        amounts: [
            scene.amounts().written(card.sum, currency),
            whole(scene.amounts().debt(card.sum, currency)),
        ],
        ink: role,
        edge: role,
        notes: if card.count == 0 {
            vec![texts.overview_none_overdue().to_owned()]
        } else {
            vec![texts.overview_longest(&items, card.longest_days), items]
        },
        progress: None,
    }
}

fn available(card: &AvailableCard, scene: Scene<'_>) -> Figure {
    let (texts, amounts) = (scene.texts, scene.amounts());
    let known = card.total.is_positive();
    let unsaid = || whole("—".to_owned());
    let mut notes = Vec::new();
    if known {
        let part = share(card.sum.as_decimal(), card.total.as_decimal());
        let total = amounts.debt(card.total, card.currency);
        notes.push(texts.overview_share_of(&part, &total));
        notes.push(texts.overview_share_of_short(&part, &total));
        notes.push(part);
    } else if card.unknown > 0 {
        notes.push(texts.overview_limits_unknown(card.unknown));
    } else {
        notes.push(texts.overview_no_lines().to_owned());
    }
    let others = &scene.model.board.cards.other_available;
    if !others.is_empty() {
        let sums: Vec<_> = others
            .iter()
            .map(|other| amounts.free(other.sum, other.currency))
            .collect();
        notes.insert(0, texts.overview_also(&sums.join(" ")));
    }
    Figure {
        labels: [texts.overview_available(); 2],
        amounts: if known {
            [
                amounts.written(card.sum, card.currency),
                whole(amounts.free(card.sum, card.currency)),
            ]
        } else {
            [unsaid(), unsaid()]
        },
        ink: Role::Text,
        edge: Role::Paid,
        notes,
        progress: None,
    }
}

fn restoring(card: &RestoringCard, scene: Scene<'_>) -> Figure {
    let (texts, currency) = (scene.texts, scene.model.board.currency);
    let items = texts.items(card.count);
    let by = card.by.map(month_day).unwrap_or_default();
    let notes = match (card.count, card.late) {
        (0, _) => vec![texts.overview_none_restoring().to_owned()],
        (_, 0) => vec![
            texts.overview_back_by(&items, &by),
            texts.overview_back_by_short(&by),
            items,
        ],
        (_, late) => vec![
            texts.overview_late_of(&items, late),
            texts.overview_late(late),
        ],
    };
    let role = if card.count == 0 {
        Role::Text
    } else {
        Role::Restoring
    };
    Figure {
        labels: [texts.overview_restoring(); 2],
        amounts: [
            scene.amounts().written(card.sum, currency),
            whole(scene.amounts().debt(card.sum, currency)),
        ],
        ink: role,
        edge: Role::Restoring,
        notes,
        progress: None,
    }
}

fn whole(text: String) -> Written {
    Written {
        whole: text,
        cents: String::new(),
    }
}
