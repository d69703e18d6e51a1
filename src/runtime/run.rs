//! The loop in a terminal: wait, take in everything that came, draw once.

use std::io::{self, BufWriter, IsTerminal, Stdout, stdout};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::{Backend, CrosstermBackend};

use super::events::{self, Event, Gate};
use super::flood::Flood;
use super::repeat::Repeat;
use super::session::{BillWork, EditorEnd, Outside, Session};
use super::signals::{self, Wish};
use super::terminal::{Choice, Guard, Manner};
use super::{bills, clipboard, editor, headless};
use crate::app::Model;
use crate::app::import::FoundBill;
use crate::app::key::Key;
use crate::app::keymap::is_guarded;
use crate::app::model::Size;
use crate::app::msg::{Mouse, Msg};
use crate::cli::Opening;
use crate::settings::texts::Texts;
use crate::settings::theme::Theme;
use crate::ui;
use crate::ui::hint::{Hit, parts, target_at};

/// How often the file, the clock and the terminal are looked at.
const LOOK: Duration = Duration::from_millis(400);
/// More bytes than a frame of a large window has.
const FRAME: usize = 64 << 10;

/// Opens the dashboard in the terminal and stays until it ends.
///
/// # Errors
/// What the terminal says.
pub fn run(opening: &Opening) -> io::Result<()> {
    let (sender, inbox) = mpsc::channel();
    let signals = signals::catch()?;
    let guard = Guard::take(opening.mouse)?;
    let choice = Choice::begin(opening);
    let out = BufWriter::with_capacity(FRAME, stdout());
    let mut terminal = Terminal::new(CrosstermBackend::new(out))?;
    let window = terminal.get_frame().area().as_size();
    // The book is read while the terminal thinks about its answer.
    let mut session = Session::new(opening, (window.width, window.height).into());
    let mut screen = Screen::new(opening.texts, guard, terminal, choice.manner(), &sender);
    for stroke in &opening.keys {
        session.take(headless::msg(stroke), &mut screen);
    }
    let mut dashboard = Loop {
        session,
        screen,
        repeat: Repeat::default(),
        flood: Flood::default(),
        looked: Instant::now(),
    };
    dashboard.show()?;
    // Nothing that is typed or sent before is lost, and the first frame need not wait for threads.
    signals::listen(signals, sender.clone(), Arc::clone(&dashboard.screen.lent));
    events::listen(sender, dashboard.screen.gate.clone());
    dashboard.turn(&inbox)
}

struct Loop {
    session: Session,
    screen: Screen,
    repeat: Repeat,
    flood: Flood,
    looked: Instant,
}

impl Loop {
    fn turn(&mut self, inbox: &Receiver<Event>) -> io::Result<()> {
        let mut stale = false;
        while !self.screen.ended {
            if std::mem::take(&mut stale) {
                self.show()?;
            }
            let patience = self.repeat.wait(Instant::now()).unwrap_or(LOOK).min(LOOK);
            match inbox.recv_timeout(patience) {
                Ok(first) => {
                    let events = std::iter::once(first).chain(inbox.try_iter());
                    let events = events.flat_map(|event| match event {
                        Event::Burst(events) => events,
                        event => vec![event],
                    });
                    self.take_all(events.collect());
                    stale = true;
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
            if let Some(key) = self.repeat.ripe(Instant::now()) {
                self.session.take(Msg::Key(key), &mut self.screen);
                stale = true;
            }
            if self.looked.elapsed() >= LOOK {
                self.looked = Instant::now();
                stale |= self.session.look(&mut self.screen);
                // A terminal whose window was closed says so only when asked.
                self.screen.ended |= !stdout().is_terminal();
            }
        }
        Ok(())
    }

    /// Draws the screen as it is now. Between a stop and the signal to go on, which draws it
    /// anew, it is somebody else's.
    fn show(&mut self) -> io::Result<()> {
        if self.screen.guard.has_it() && !self.screen.ended {
            self.screen.draw(&self.session.model)?;
            let parts = parts(&self.screen.hits);
            self.session.take(Msg::Drawn(parts), &mut self.screen);
        }
        Ok(())
    }

    fn take_all(&mut self, events: Vec<Event>) {
        for event in self.flood.as_paste(events, Instant::now()) {
            if self.screen.ended {
                return;
            }
            self.take(event);
        }
    }

    fn take(&mut self, event: Event) {
        let msg = match event {
            Event::Key(key, at) => return self.press(key, at),
            Event::Held(key) if is_guarded(&self.session.model, key) => return,
            Event::Held(key) => Msg::Key(key),
            Event::Paste(text) => Msg::Paste(text),
            Event::Click(column, row) => {
                Msg::Mouse(Mouse::Click(target_at(&self.screen.hits, column, row)))
            }
            Event::RightClick(column, row) => {
                Msg::Mouse(Mouse::Menu(target_at(&self.screen.hits, column, row)))
            }
            Event::Wheel(step, column, row) => {
                let under = target_at(&self.screen.hits, column, row);
                Msg::Mouse(Mouse::Wheel(step, under))
            }
            Event::Resize(width, height) => Msg::Resized(Size { width, height }),
            Event::Signal(signal) => match self.screen.obey(signal) {
                Some(msg) => msg,
                None => return,
            },
            Event::Bill(bill) => Msg::Bill(bill),
            Event::Gone => {
                self.screen.ended = true;
                return;
            }
            Event::Burst(events) => return self.take_all(events),
        };
        self.session.take(msg, &mut self.screen);
    }

    fn press(&mut self, key: Key, at: Instant) {
        let guarded = is_guarded(&self.session.model, key);
        for key in self.repeat.came(key, at, guarded) {
            self.session.take(Msg::Key(key), &mut self.screen);
        }
    }
}

/// A frame goes out as one piece: standard output itself would cut it into kilobytes.
type Window = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// The terminal with what is on it.
struct Screen {
    terminal: Window,
    guard: Guard,
    theme: Theme,
    texts: Texts,
    /// Whether borders and signs are drawn in ASCII only.
    ascii: bool,
    /// What the last frame drew where.
    hits: Vec<Hit>,
    gate: Gate,
    /// True while another program has the terminal.
    lent: Arc<AtomicBool>,
    /// Where what comes later arrives.
    inbox: Sender<Event>,
    ended: bool,
}

impl Screen {
    fn new(
        texts: Texts,
        guard: Guard,
        terminal: Window,
        manner: Manner,
        inbox: &Sender<Event>,
    ) -> Self {
        let _ = inbox.send(Event::Burst(manner.typed));
        Self {
            terminal,
            guard,
            theme: manner.theme,
            texts,
            ascii: manner.ascii,
            hits: Vec::new(),
            gate: Gate::default(),
            lent: Arc::default(),
            inbox: inbox.clone(),
            ended: false,
        }
    }

    fn draw(&mut self, model: &Model) -> io::Result<()> {
        let (theme, texts, hits) = (&self.theme, self.texts, &mut self.hits);
        let is_ascii = self.ascii;
        self.terminal
            .draw(|frame| {
                *hits = ui::view(frame, model, theme, texts);
                if is_ascii {
                    ui::ascii::simplify(frame.buffer_mut());
                }
            })
            .map(drop)
    }

    /// Answers a signal; what it means to the dashboard.
    fn obey(&mut self, signal: i32) -> Option<Msg> {
        match Wish::of(signal) {
            Wish::End => {
                self.guard.give_back();
                signals::obey(signal);
                self.ended = true;
                None
            }
            Wish::Stop => {
                self.suspend();
                None
            }
            Wish::GoOn => {
                self.come_back();
                Some(Msg::Resumed)
            }
        }
    }

    fn come_back(&mut self) {
        self.ended |= self.guard.retake().is_err();
        self.redraw();
    }
}

impl Outside for Screen {
    fn redraw(&mut self) {
        // A terminal that cannot be cleared fails at the next frame, which ends the loop. (`Terminal::clear` would ask it
        // where its cursor is, and clear nothing if it does not say.)
        let _ = self.terminal.backend_mut().clear();
        self.terminal.swap_buffers();
    }

    fn copy(&mut self, text: &str) {
        // Where it cannot be written the next frame fails as well.
        let _ = clipboard::copy(&mut stdout(), text);
    }

    fn beside(&mut self, work: BillWork) -> Option<FoundBill> {
        bills::beside(work, self.inbox.clone())
    }

    /// Stops here; the signal that continues the program comes as an event of its own.
    fn suspend(&mut self) {
        self.guard.give_back();
        signals::stop();
    }

    fn edit(&mut self, path: &Path, line: usize) -> EditorEnd {
        self.lent.store(true, Ordering::SeqCst);
        let gate = self.gate.clone();
        let edited = gate.closed(|| {
            self.guard.give_back();
            let edited = editor::run(path, line);
            self.come_back();
            edited
        });
        self.lent.store(false, Ordering::SeqCst);
        match edited {
            Ok(status) if status.success() => EditorEnd::Well,
            Ok(status) => EditorEnd::Badly(status.code()),
            Err(error) => EditorEnd::NotRun(error.to_string()),
        }
    }

    fn quit(&mut self) {
        self.ended = true;
    }
}
