//! G5: a payment that another program erases is noticed on reload and offered back.

use std::fs;

use crate::bench::{BOOK, Bench, PAY, Subject, paid, told};
use crate::tally::{Scope, Tally};
use crate::terminal::Terminal;

pub fn noticed_and_offered(_: Scope) -> Tally {
    let tried = |subject| Tally::of(&[closed as Attempt, open], move |attempt| attempt(subject));
    tried(Subject::Fenqi).with_control(
        "forgets what it wrote",
        &Tally::of(&[closed], |attempt| {
            attempt(Subject::Broken("plain rename"))
        }),
    )
}

type Attempt = fn(Subject) -> Result<(), String>;

/// The doctor tells of it, with the command that puts it back.
fn closed(subject: Subject) -> Result<(), String> {
    let bench = Bench::new();
    bench.must(subject, &PAY)?;
    fs::write(bench.book(), BOOK.replace("# the", "# our")).unwrap();
    let doctor = bench.run(subject, &["doctor"]);
    let said = String::from_utf8_lossy(&doctor.stdout).into_owned();
    let command = said
        .split("fenqi pay ")
        .nth(1)
        .and_then(|rest| rest.lines().next());
    let words: Vec<&str> = command.ok_or_else(|| told(&doctor))?.split(' ').collect();
    bench.must(subject, &[&["pay"], &words[..]].concat())?;
    if bench.text() != paid().replace("# the", "# our") {
        return Err(format!("it did not come back: {:?}", bench.text()));
    }
    let doctor = bench.run(subject, &["doctor"]);
    if String::from_utf8_lossy(&doctor.stdout).contains("fenqi pay ") {
        Err(told(&doctor))
    } else {
        Ok(())
    }
}

/// The dashboard says so at once, and `U` puts it back.
fn open(subject: Subject) -> Result<(), String> {
    let bench = Bench::new();
    let Some(mut terminal) = Terminal::open(&bench, &[], subject) else {
        return Ok(());
    };
    terminal.press(b"p")?;
    let is_paid = |bench: &Bench| bench.text().contains("n = 3, on");
    terminal.wait(|_| is_paid(&bench))?;
    fs::write(bench.book(), BOOK.replace("# the", "# our")).unwrap();
    terminal.wait(|terminal| terminal.screen().contains("U puts it back"))?;
    terminal.press(b"U")?;
    terminal.wait(|_| is_paid(&bench))?;
    if bench.text() == paid().replace("# the", "# our") {
        Ok(())
    } else {
        Err(bench.text())
    }
}
