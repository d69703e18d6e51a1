//! Where a figure comes from: its parts as a sum, the rules with their sources, the lines of the
//! file behind it.

mod words;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::areas::split;
use super::cells::{self, Align};
use super::entry;
use super::hint::Hit;
use super::overlay::{self, Drawn, Overlay};
use super::scene::Scene;
use super::wrap::wrap;
use crate::app::explain::{ExplainRule, Explanation, Explanations, SourceLine};
use crate::app::msg::Target;
use crate::app::screen::Part;
use crate::domain::doubt::{Doubt, Figure};
use crate::settings::format::Amounts;
use crate::settings::theme::Role;

/// The width of the box, and how wide words may make it.
const WIDTH: u16 = 60;
const WIDEST: u16 = 96;

/// A row of the explanation: words at the left, a figure at the right.
#[derive(Debug, Clone, Default)]
struct Row<'a> {
    words: Line<'a>,
    figure: Line<'a>,
}

impl<'a> Row<'a> {
    fn of(words: impl Into<Line<'a>>) -> Self {
        Self {
            words: words.into(),
            figure: Line::default(),
        }
    }

    fn width(&self) -> u16 {
        let figure = cells::line_width(&self.figure);
        let gap = if figure > 0 { 2 } else { 0 };
        cells::line_width(&self.words) + gap + figure
    }

    /// In rows of at most so many cells: nothing is cut.
    fn fitted(self, scene: Scene<'a>, width: u16) -> Vec<Self> {
        if self.width() <= width {
            return vec![self];
        }
        let text = self.words.to_string();
        let rows = wrap(&text, width).into_iter();
        let figure = Self {
            figure: self.figure,
            ..Self::default()
        };
        let figure = (cells::line_width(&figure.figure) > 0).then_some(figure);
        let rows = rows.map(|row| Self::of(scene.muted(row)));
        rows.chain(figure).collect()
    }

    fn draw(&self, buf: &mut Buffer, area: Rect) {
        cells::put_in(buf, area, &self.figure, Align::Right);
        let figure = cells::line_width(&self.figure);
        let gap = if figure > 0 { figure + 1 } else { 0 };
        let words = Rect {
            width: area.width.saturating_sub(gap),
            ..area
        };
        cells::put_in(buf, words, &self.words, Align::Left);
    }
}

/// Draws the explanation over the middle of an area.
pub(super) fn draw(
    buf: &mut Buffer,
    area: Rect,
    scene: Scene<'_>,
    explained: &Explanations,
) -> Drawn {
    let Some(shown) = explained.shown() else {
        return Drawn::default();
    };
    let sum = rows_of_sum(scene, shown);
    let widest = sum.iter().map(Row::width).max().unwrap_or(0);
    let width = (widest + 4).clamp(WIDTH, WIDEST).min(area.width);
    let inner = width.saturating_sub(4);
    let below = rows_below(scene, shown, inner);
    let rows = sum.into_iter().chain(below);
    let rows: Vec<_> = rows.flat_map(|row| row.fitted(scene, inner)).collect();
    let height = u16::try_from(rows.len() + 3).unwrap_or(area.height);
    let place = overlay::place(area, width, height);
    let room = usize::from(place.height.saturating_sub(3));
    let last = rows.len().saturating_sub(room);
    let top = explained.top.min(last);
    let hints = entry::hints(scene);
    let (inner, mut hits) = Overlay {
        title: scene.texts.explain_title(),
        right: Line::from(scene.muted(place_of(explained, top, last))),
        hints: &hints,
    }
    .draw(buf, place, scene.theme);
    let (head, rest) = split(inner, 1);
    hits.push(Hit::new(rest, Target::Part(Part::Explained, last)));
    words::subject(scene, shown).draw(buf, head);
    for (row, area) in rows.iter().skip(top).zip(rest.rows()) {
        row.draw(buf, area);
    }
    Drawn { hits, caret: None }
}

/// Which figure of how many, and how many rows are below what is seen.
fn place_of(explained: &Explanations, top: usize, last: usize) -> String {
    let count = explained.all.len();
    let figure = if count > 1 {
        format!("{}/{count}", explained.at + 1)
    } else {
        String::new()
    };
    match last - top {
        0 => figure,
        below => format!("↓{below}  {figure}").trim_end().to_owned(),
    }
}

/// The parts, a rule, what they make.
fn rows_of_sum<'m>(scene: Scene<'m>, shown: &Explanation) -> Vec<Row<'m>> {
    let mut rows: Vec<_> = shown
        .parts
        .iter()
        .map(|part| words::part(scene, shown, part))
        .collect();
    rows.push(words::sum(scene, shown));
    rows
}

/// How it is reckoned, by which rules, from which lines of the file.
fn rows_below<'m>(scene: Scene<'m>, shown: &Explanation, width: u16) -> Vec<Row<'m>> {
    let mut rows = vec![Row::default()];
    let how = words::how(scene.texts, shown);
    rows.extend(sentence(scene, &how, width));
    rows.extend(
        doubts(scene, &shown.doubts)
            .iter()
            .flat_map(|told| sentence(scene, told, width)),
    );
    let rules = shown.rules.iter();
    let told: Vec<_> = rules
        .flat_map(|rule| rule_rows(scene, shown, rule, width))
        .collect();
    section(&mut rows, scene, scene.texts.rules_title(), told);
    let source = shown
        .source
        .iter()
        .map(|line| source_row(scene, line, width));
    section(
        &mut rows,
        scene,
        scene.texts.explain_source(),
        source.collect(),
    );
    rows
}

fn section<'m>(rows: &mut Vec<Row<'m>>, scene: Scene<'m>, title: &'m str, told: Vec<Row<'m>>) {
    if !told.is_empty() {
        rows.push(Row::default());
        rows.push(Row::of(scene.bold(title, Role::Text)));
        rows.extend(told);
    }
}

fn sentence<'m>(scene: Scene<'m>, text: &str, width: u16) -> Vec<Row<'m>> {
    let rows = wrap(text, width).into_iter();
    rows.map(|row| Row::of(scene.muted(row))).collect()
}

/// Which rules of it are doubtful.
fn doubts(scene: Scene<'_>, doubts: &[(Figure, Doubt)]) -> Option<String> {
    let texts = scene.texts;
    let told = doubts
        .iter()
        .map(|(figure, doubt)| texts.doubted(texts.figure(*figure), &texts.doubt(*doubt)));
    let told: Vec<_> = told.collect();
    (!told.is_empty()).then(|| texts.explain_doubts(&told.join(texts.list_comma())))
}

/// What a rule says and who says so; below it where the rulebook has that from.
fn rule_rows<'m>(
    scene: Scene<'m>,
    shown: &Explanation,
    rule: &ExplainRule,
    width: u16,
) -> Vec<Row<'m>> {
    let texts = scene.texts;
    let value = texts.rule_value(rule.rule, &shown.in_force, shown.currency, scene.amounts());
    let Some(value) = value else {
        return Vec::new();
    };
    let first = Row {
        words: Line::from(vec![
            scene.muted(format!("{}  ", texts.rule(rule.rule))),
            scene.text(value),
        ]),
        figure: Line::from(scene.muted(texts.origin(rule.origin))),
    };
    let source = rule.source.as_ref().map(|(words, on)| {
        let checked = texts.rules_checked(&on.to_string());
        format!("{} · {checked}", texts.of_both(words))
    });
    let below = source.map(|source| wrap(&source, width.saturating_sub(2)));
    let below = below.into_iter().flatten();
    let below = below.map(|row| Row::of(scene.muted(format!("  {row}"))));
    std::iter::once(first).chain(below).collect()
}

/// A line of the file; while amounts are hidden only what it is about.
fn source_row<'m>(scene: Scene<'m>, line: &SourceLine, width: u16) -> Row<'m> {
    let text = if scene.amounts().hidden {
        masked(&line.text)
    } else {
        line.text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let whole = Line::from(vec![
        scene.muted(format!("{:>5}  ", line.number)),
        scene.text(text),
    ]);
    Row::of(cells::cut_line(&whole, width))
}

/// The text up to the first value.
fn masked(text: &str) -> String {
    match text.split_once('=') {
        Some((key, _)) => format!("{key}= {}", Amounts::HIDDEN),
        None if text.starts_with('[') => text.split('#').next().unwrap_or_default().to_owned(),
        None => Amounts::HIDDEN.to_owned(),
    }
}
