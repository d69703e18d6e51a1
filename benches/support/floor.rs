//! What a program cannot do without, as whole processes.

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, execute};
use fenqi::document::Document;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::widgets::{Block, Paragraph};
use serde::Deserialize;
use toml::value::Datetime;

#[derive(Deserialize)]
#[expect(dead_code, reason = "read, as any program would, and not asked for")]
struct Book {
    version: u32,
    line: Vec<Line>,
    plan: Vec<Plan>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "read, as any program would, and not asked for")]
struct Line {
    id: String,
    name: String,
    limit: f64,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(dead_code, reason = "read, as any program would, and not asked for")]
struct Plan {
    id: String,
    line: String,
    item: String,
    merchant: String,
    order: String,
    bought: Datetime,
    principal: f64,
    periods: u32,
    first_due: Datetime,
    #[serde(default)]
    payments: Vec<Payment>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "read, as any program would, and not asked for")]
struct Payment {
    n: u32,
    on: Datetime,
    amount: f64,
}

/// Runs the floor of this name on a book.
pub fn run(name: &str, path: &Path) -> Result<(), Box<dyn Error>> {
    match name {
        "empty" => {}
        "read" => {
            fs::read(path)?;
        }
        "structs" => {
            let book: Book = toml::from_str(&fs::read_to_string(path)?)?;
            std::hint::black_box(&book);
        }
        "save" => save(path, &fs::read(path)?)?,
        "load-save" => {
            let document = Document::parse(fs::read_to_string(path)?);
            let document = document.map_err(|problems| problems.to_string())?;
            save(path, document.text().as_bytes())?;
        }
        "frame" => frame()?,
        other => return Err(format!("no floor {other}").into()),
    }
    Ok(())
}

/// The bytes anew, so that either all of them or the old ones stand there whatever happens.
fn save(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = path.with_extension("new");
    let mut file = File::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&beside, path)?;
    File::open(path.parent().unwrap_or(path))?.sync_all()
}

/// A window full of text, then nothing until it is ended.
fn frame() -> io::Result<()> {
    crossterm::terminal::enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, cursor::Hide)?;
    let mut terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
    terminal.draw(|frame| {
        let width = usize::from(frame.area().width);
        let line: String = "0123456789 ".chars().cycle().take(width).collect();
        let mut lines = vec![line.as_str(); usize::from(frame.area().height)];
        lines.push(super::screen::LAST_WORD);
        let skip = lines
            .len()
            .saturating_sub(usize::from(frame.area().height) - 2);
        let text = lines.get(skip..).unwrap_or_default().join("\n");
        frame.render_widget(Paragraph::new(text).block(Block::bordered()), frame.area());
    })?;
    io::stdin().read_exact(&mut [0])?;
    execute!(io::stdout(), LeaveAlternateScreen)
}
