//! What was said on a day, so that nothing is said twice: a small file a book in the state
//! directory. Its first line is the day, each other one names something that was said.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use super::private;
use super::read::Digest;

/// The file, locked while this lives: two programs never say the same thing at once.
#[derive(Debug)]
pub struct Said {
    file: File,
    day: String,
    keys: Vec<String>,
}

impl Said {
    /// What was said of a book on a day. Other days are forgotten.
    pub fn on(state: &Path, book: &Path, day: &str) -> io::Result<Self> {
        let directory = state.join("said");
        private::make_directory(&directory)?;
        let book = std::path::absolute(book)?;
        let book = std::fs::canonicalize(&book).unwrap_or(book);
        let name = Digest::of(book.as_os_str().as_encoded_bytes());
        let path = directory.join(name.short(16));
        private::make_file(&path)?;
        let mut file = OpenOptions::new().read(true).write(true).open(&path)?;
        file.lock()?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes);
        let mut lines = text.lines();
        let is_of_day = lines.next() == Some(day);
        let keys = lines.filter(|_| is_of_day).map(str::to_owned).collect();
        Ok(Self {
            file,
            day: day.to_owned(),
            keys,
        })
    }

    /// Whether something was said.
    pub fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|said| said == key)
    }

    /// Notes what was just said.
    pub fn note(&mut self, keys: &[String]) -> io::Result<()> {
        if keys.is_empty() {
            return Ok(());
        }
        self.keys.extend(keys.iter().cloned());
        let text = format!("{}\n{}\n", self.day, self.keys.join("\n"));
        self.file.rewind()?;
        self.file.write_all(text.as_bytes())?;
        self.file.set_len(text.len() as u64)?;
        self.file.sync_data()
    }
}

#[cfg(test)]
mod tests {
    use super::Said;

    #[test]
    fn what_was_said_is_known_for_its_day_and_its_book() {
        let room = tempfile::tempdir().unwrap();
        let on =
            |book: &str, day: &str| Said::on(room.path(), &room.path().join(book), day).unwrap();
        let mut said = on("a.toml", "2026-03-10");
        assert!(!said.has("overdue p 1"));
        said.note(&["overdue p 1".to_owned()]).unwrap();
        drop(said);
        let mut again = on("a.toml", "2026-03-10");
        assert!(again.has("overdue p 1") && !again.has("overdue p 2"));
        again.note(&["overdue p 2".to_owned()]).unwrap();
        drop(again);
        assert!(on("a.toml", "2026-03-10").has("overdue p 2"));
        assert!(!on("b.toml", "2026-03-10").has("overdue p 1"));
        assert!(!on("a.toml", "2026-03-11").has("overdue p 1"));
    }
}
