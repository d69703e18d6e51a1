//! G9: odd keys and terminals. What stands in the file afterwards is what was meant, byte for byte.

use std::fs::{self, File, FileTimes};
use std::io::Write;
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::bench::{BOOK, Bench, PAY, Subject, noted, paid, payment};
use crate::tally::{Scope, Tally};
use crate::terminal::{PATIENCE, Terminal};

/// The number, what is odd, and what is done; it gives the text that the book must have afterwards.
type Row = (u16, &'static str, Attempt);
type Attempt = fn(&Bench, &mut Terminal) -> Result<String, String>;

pub const ROWS: [Row; 17] = [
    (3, "the file taken away while it is open", taken_away),
    (4, "the file emptied while it is open", emptied),
    (88, "the file open in two dashboards", two_dashboards),
    (109, "Ctrl-c in the middle of a form", left_by_ctrl_c),
    (112, "a key held down", held_down),
    (113, "a paste where no text is wanted", pasted_outside),
    (113, "a paste into a field", pasted_inside),
    (
        114,
        "a paste that holds the mark of its end",
        paste_with_end,
    ),
    (115, "lone ESC, half a sequence, no UTF-8", half_sequences),
    (
        116,
        "letting go and repeats, as some terminals tell",
        told_repeats,
    ),
    (
        117,
        "Chinese, marks and emoji typed into a field",
        typed_graphemes,
    ),
    (118, "the mouse outside a window that shrank", mouse_outside),
    (119, "a form in a window of one cell", tiny_window),
    (120, "stopped while it saves", stopped_while_saving),
    (
        121,
        "undo after another program changed the payment",
        undo_of_changed,
    ),
    (122, "undo after another line changed", undo_beside_changed),
    (123, "another text with the old size and time", same_stamp),
];

/// Lets the dashboard take what came alone, as a person would.
fn moment() {
    sleep(Duration::from_millis(250));
}

pub fn of_the_keys(scope: Scope) -> Tally {
    if Terminal::open(&Bench::new(), &[], Subject::Fenqi).is_none() {
        return Tally::skipped("no terminal can be opened here (a pty, setsid)");
    }
    let tried = |subject, rows: &[Row]| {
        Tally::of(rows, move |(row, what, attempt)| {
            done(subject, *attempt).map_err(|why| format!("row {row}, {what}: {why}"))
        })
    };
    let control = tried(Subject::Broken("pays at every p"), &ROWS[4..6]);
    tried(Subject::Fenqi, &ROWS)
        .and(random_keys(scope))
        .with_control("pays at every p", &control)
}

fn done(subject: Subject, attempt: Attempt) -> Result<(), String> {
    let bench = Bench::new();
    let mut terminal = Terminal::open(&bench, &[], subject).ok_or("it did not start")?;
    let expected = attempt(&bench, &mut terminal)?;
    terminal.press(b"\x03")?;
    terminal.ended(PATIENCE).ok_or("it does not end")?;
    terminal.is_given_back()?;
    let text = bench.text();
    if text == expected {
        Ok(())
    } else {
        Err(format!("{text:?} is not {expected:?}"))
    }
}

fn is(bench: &Bench, terminal: &Terminal, text: &str) -> Result<(), String> {
    let is_there = terminal.wait(|_| bench.text() == text);
    is_there.map_err(|why| format!("{:?}, {why}", bench.text()))
}

fn shows(terminal: &Terminal, part: &str) -> Result<(), String> {
    terminal.wait(|terminal| terminal.screen().contains(part))
}

/// It is missed and not made anew, and goes on once it is there again.
fn taken_away(bench: &Bench, terminal: &mut Terminal) -> Result<String, String> {
    fs::remove_file(bench.book()).unwrap();
    shows(terminal, "is gone")?;
    terminal.press(b"p")?;
    moment();
    if bench.book().exists() {
        return Err("it was made anew".to_owned());
    }
    fs::write(bench.book(), noted(9)).unwrap();
    terminal.wait(|terminal| !terminal.screen().contains("is gone"))?;
    terminal.press(b"p")?;
    Ok(paid().replace("mark-0", "mark-9"))
}

/// Somebody may be just writing it: it is left alone.
fn emptied(bench: &Bench, terminal: &mut Terminal) -> Result<String, String> {
    File::create(bench.book()).unwrap();
    terminal.press(b"p")?;
    sleep(Duration::from_secs(1));
    if !bench.text().is_empty() {
        return Err(format!("it was written: {:?}", bench.text()));
    }
    fs::write(bench.book(), noted(9)).unwrap();
    terminal.press(b"\x1b")?;
    sleep(Duration::from_secs(1));
    terminal.press(b"p")?;
    Ok(paid().replace("mark-0", "mark-9"))
}

fn two_dashboards(bench: &Bench, terminal: &mut Terminal) -> Result<String, String> {
    let other = Terminal::open(bench, &[], Subject::Fenqi).ok_or("it did not start")?;
    shows(&other, "3d late")?;
    terminal.press(b"p")?;
    is(bench, terminal, &paid())?;
    let began = Instant::now();
    other.wait(|other| !other.screen().contains("3d late"))?;
    let took = began.elapsed();
    if took > Duration::from_secs(3) {
        return Err(format!("the other one took {took:?}"));
    }
    Ok(paid())
}

fn left_by_ctrl_c(_: &Bench, terminal: &mut Terminal) -> Result<String, String> {
    terminal.press(b"n")?;
    shows(terminal, "mark-0")?;
    terminal.press(b"words")?;
    shows(terminal, "words")?;
    Ok(BOOK.to_owned())
}

fn held_down(_: &Bench, terminal: &mut Terminal) -> Result<String, String> {
    terminal.press(b"p")?;
    sleep(Duration::from_millis(300));
    for _ in 0..30 {
        terminal.press(b"p")?;
        sleep(Duration::from_millis(30));
    }
    moment();
    Ok(paid())
}

fn pasted_outside(_: &Bench, terminal: &mut Terminal) -> Result<String, String> {
    terminal.press(b"\x1b[200~pDy\r\nq\x1b u\x1b[201~")?;
    moment();
    Ok(BOOK.to_owned())
}

fn pasted_inside(_: &Bench, terminal: &mut Terminal) -> Result<String, String> {
    terminal.press(b"n")?;
    shows(terminal, "mark-0")?;
    terminal.press("\x1b[200~q期y\x1b[201~".as_bytes())?;
    shows(terminal, "q期y")?;
    moment();
    terminal.press(b"\r")?;
    let expected = BOOK.replace("mark-0", "q期y");
    moment();
    Ok(expected)
}

fn paste_with_end(_: &Bench, terminal: &mut Terminal) -> Result<String, String> {
    terminal.press(b"\x1b[200~x\x1b[201~p\x1b[201~")?;
    moment();
    Ok(BOOK.to_owned())
}

/// After each of them the next key but one is a key again, at once.
fn half_sequences(_: &Bench, terminal: &mut Terminal) -> Result<String, String> {
    for odd in [
        &b"\x1b"[..],
        b"\x1b[",
        b"\x1b[1;",
        b"\x1bO",
        b"\xff\xfe",
        b"\xe5\x88",
        b"\xc0\x80",
    ] {
        terminal.press(odd)?;
        moment();
        // What began may swallow one key.
        terminal.press(b"~")?;
        moment();
        let began = Instant::now();
        terminal.press(b"?")?;
        terminal.wait(|terminal| terminal.screen().contains("type to filter"))?;
        let took = began.elapsed();
        if took > Duration::from_millis(500) {
            return Err(format!("{odd:?}: help took {took:?}"));
        }
        terminal.press(b"\x1b")?;
        terminal.wait(|terminal| !terminal.screen().contains("type to filter"))?;
    }
    Ok(BOOK.to_owned())
}

/// The keyboard protocol of kitty: `p` pressed, repeated, let go.
fn told_repeats(_: &Bench, terminal: &mut Terminal) -> Result<String, String> {
    terminal.press(b"\x1b[112;1:3u")?;
    moment();
    terminal.press(b"\x1b[112;1:1u")?;
    for _ in 0..20 {
        sleep(Duration::from_millis(200));
        terminal.press(b"\x1b[112;1:2u")?;
    }
    terminal.press(b"\x1b[112;1:3u")?;
    moment();
    Ok(paid())
}

fn typed_graphemes(_: &Bench, terminal: &mut Terminal) -> Result<String, String> {
    terminal.press(b"n")?;
    shows(terminal, "mark-0")?;
    terminal.press("分".as_bytes())?;
    shows(terminal, "分")?;
    moment();
    let (_, before) = terminal.caret();
    terminal.press("期🎉e\u{301}".as_bytes())?;
    terminal.wait(|terminal| terminal.caret().1 == before + 5)?;
    moment();
    // The letter goes with its mark.
    terminal.press(b"\x7f")?;
    terminal.wait(|terminal| terminal.caret().1 == before + 4)?;
    terminal.press("好".as_bytes())?;
    moment();
    terminal.press(b"\r")?;
    moment();
    Ok(BOOK.replace("mark-0", "分期🎉好"))
}

fn mouse_outside(_: &Bench, terminal: &mut Terminal) -> Result<String, String> {
    for (columns, rows) in [(30, 8), (1, 1), (80, 24)] {
        terminal.resize(columns, rows);
        moment();
        for button in [0, 2, 64, 65] {
            for (column, row) in [
                (80, 24),
                (columns, rows),
                (columns + 1, rows + 1),
                (9999, 1),
                (1, 9999),
            ] {
                terminal.press(
                    format!("\x1b[<{button};{column};{row}M\x1b[<{button};{column};{row}m")
                        .as_bytes(),
                )?;
            }
        }
        moment();
    }
    terminal.press(b"\x1b")?;
    moment();
    terminal.press(b"?")?;
    shows(terminal, "type to filter")?;
    Ok(BOOK.to_owned())
}

fn tiny_window(_: &Bench, terminal: &mut Terminal) -> Result<String, String> {
    terminal.press(b"n")?;
    shows(terminal, "mark-0")?;
    for (typed, columns, rows) in [("a", 1, 1), ("b", 20, 4), ("c", 300, 2), ("d", 80, 24)] {
        terminal.press(typed.as_bytes())?;
        moment();
        terminal.resize(columns, rows);
        moment();
    }
    shows(terminal, "abcd")?;
    terminal.press(b"\r")?;
    moment();
    Ok(BOOK.replace("mark-0", "abcd"))
}

/// At every moment of it: while it stands still the file is the old or the new one, and others can save.
fn stopped_while_saving(bench: &Bench, terminal: &mut Terminal) -> Result<String, String> {
    for step in 0..12 {
        terminal.press(b"p")?;
        sleep(Duration::from_millis(step * 2));
        terminal.signal(Signal::TSTP);
        terminal.wait(Terminal::is_stopped)?;
        let text = bench.text();
        if text != BOOK && text != paid() {
            return Err(format!("stopped after {} ms: {text:?}", step * 2));
        }
        if !bench.beside().is_empty() {
            return Err(format!("left while it stands still: {:?}", bench.beside()));
        }
        bench.must(Subject::Fenqi, &PAY)?;
        terminal.signal(Signal::CONT);
        terminal.wait(|terminal| terminal.is_taken() && !terminal.is_stopped())?;
        is(bench, terminal, &paid())?;
        moment();
        bench.must(Subject::Fenqi, &["undo"])?;
        is(bench, terminal, BOOK)?;
        shows(terminal, "3/12")?;
        terminal.press(b"g")?;
        moment();
    }
    Ok(BOOK.to_owned())
}

fn undo_of_changed(bench: &Bench, terminal: &mut Terminal) -> Result<String, String> {
    terminal.press(b"p")?;
    is(bench, terminal, &paid())?;
    let other = paid().replace(&payment(3), &payment(3).replace("100", "90"));
    fs::write(bench.book(), &other).unwrap();
    moment();
    terminal.press(b"u")?;
    moment();
    shows(terminal, "edited since")?;
    Ok(other)
}

fn undo_beside_changed(bench: &Bench, terminal: &mut Terminal) -> Result<String, String> {
    terminal.press(b"p")?;
    is(bench, terminal, &paid())?;
    fs::write(bench.book(), paid().replace("# the", "# our")).unwrap();
    moment();
    terminal.press(b"u")?;
    let expected = BOOK.replace("# the", "# our");
    is(bench, terminal, &expected)?;
    Ok(expected)
}

/// Written in place, as long as before, and with its old time: it is seen, and the next payment joins it.
fn same_stamp(bench: &Bench, terminal: &mut Terminal) -> Result<String, String> {
    let before = fs::metadata(bench.book()).unwrap().modified().unwrap();
    let mut file = File::options().write(true).open(bench.book()).unwrap();
    file.write_all(noted(9).as_bytes()).unwrap();
    file.set_times(FileTimes::new().set_modified(before))
        .unwrap();
    drop(file);
    moment();
    moment();
    terminal.press(b"n")?;
    shows(terminal, "mark-9")?;
    terminal.press(b"\x1b")?;
    moment();
    terminal.press(b"p")?;
    let expected = paid().replace("mark-0", "mark-9");
    is(bench, terminal, &expected)?;
    Ok(expected)
}

/// Row 111. What changed the file is in the history, and all of it taken back is the file as it was.
fn random_keys(scope: Scope) -> Tally {
    let presses = scope.choose(1_500, 20_000);
    let mut tally = Tally {
        points: presses,
        ..Tally::default()
    };
    let bench = Bench::new();
    if let Err(why) = pressed_at_random(&bench, presses) {
        tally.wrong.push(format!("row 111, random keys: {why}"));
    }
    tally
}

/// What a key sends, besides letters.
const SEQUENCES: [&[u8]; 16] = [
    b"\r",
    b"\r",
    b"\x1b",
    b"\x1b",
    b"\t",
    b"\x1b[A",
    b"\x1b[B",
    b"\x1b[C",
    b"\x1b[D",
    b"\x1b[Z",
    b"\x7f",
    b"\x1b[5~",
    b"\x1b[6~",
    b"\x12",
    b"\x0c",
    "期".as_bytes(),
];

fn pressed_at_random(bench: &Bench, presses: usize) -> Result<(), String> {
    // The editor is a program that does nothing.
    let wrapper = ["env", "EDITOR=true", "VISUAL=true"];
    let open = || Terminal::open(bench, &wrapper, Subject::Fenqi).ok_or("it did not start");
    let mut terminal = open()?;
    let mut dice = 0x2026_0310_u64;
    let mut roll = |sides: usize| {
        dice = dice
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(dice >> 33).unwrap() % sides
    };
    let mut sent = 0;
    while sent < presses {
        // So few at a time are no paste.
        for _ in 0..6 {
            let key = match roll(4) {
                0 => SEQUENCES[roll(SEQUENCES.len())].to_vec(),
                _ => vec![b' ' + u8::try_from(roll(95)).unwrap()],
            };
            terminal.press(&key)?;
            if key == b"\x1b" {
                // As from a keyboard: what follows at once would be a sequence.
                sleep(Duration::from_millis(60));
            }
            sent += 1;
        }
        sleep(Duration::from_millis(25));
        if !terminal.is_running() {
            terminal = open()?;
        }
    }
    for key in [b"\x1b", b"\x1b", b"\x03"] {
        terminal.press(key)?;
        moment();
    }
    let Some(_) = terminal.ended(PATIENCE) else {
        return Err(format!("it does not end:\n{}", terminal.screen()));
    };
    terminal.is_given_back()?;
    bench.must(Subject::Fenqi, &["doctor"])?;
    let mut undone = 0;
    while bench.text() != BOOK {
        let before = bench.text();
        bench.must(Subject::Fenqi, &["undo"])?;
        undone += 1;
        if before == bench.text() {
            return Err(format!(
                "{undone} changes taken back, and it is not as it was: {before:?}"
            ));
        }
    }
    if undone == 0 {
        return Err("none of the keys changed anything".to_owned());
    }
    Ok(())
}
