//! The rulebook with the user's own provider files in it.

use std::path::Path;
use std::sync::Arc;

use super::{Source, unreadable};
use crate::cli::problems::Told;
use crate::document::provider;
use crate::document::rulebook::Rulebook;
use crate::settings::texts::Texts;
use crate::store::{self, Places};

/// The rulebook, and what keeps the user's own files from being used.
#[derive(Debug, Default)]
pub struct OwnRules {
    /// What is known of providers.
    pub rulebook: Arc<Rulebook>,
    /// The problems of the files that could not be read; what comes along stands in their place.
    pub problems: Vec<Told>,
    /// The same in a line for each file.
    pub warnings: Vec<String>,
}

impl OwnRules {
    /// Reads the user's own files. The sample book does without them.
    pub fn of(source: &Source, texts: Texts) -> Self {
        let (Source::File(_), Ok(places)) = (source, Places::of_user()) else {
            return Self::default();
        };
        Self::in_directory(&places.config, texts)
    }

    fn in_directory(config: &Path, texts: Texts) -> Self {
        let mut rules = Self::default();
        let mut own = Vec::new();
        for (path, text) in store::providers(config) {
            let name = path.display().to_string();
            let text = match text {
                Ok(text) => text,
                Err(error) => {
                    rules.unreadable(unreadable(&path, &error, texts), texts);
                    continue;
                }
            };
            match provider::parse(&text) {
                Ok(provider) => own.push(provider),
                Err(problems) => {
                    rules.broken(&name, Told::all(texts, &name, &text, &problems), texts);
                }
            }
        }
        rules.rulebook = Arc::new(Rulebook::with(own));
        rules
    }

    fn unreadable(&mut self, why: String, texts: Texts) {
        self.warnings.push(texts.rulebook_unused(&why));
        self.problems.push(Told {
            is_warning: true,
            ..Told::whole(why)
        });
    }

    fn broken(&mut self, name: &str, told: Vec<Told>, texts: Texts) {
        if let Some(first) = told.iter().find(|told| !told.is_warning) {
            let what = format!("{name}:{}: {}", first.line, first.text);
            self.warnings.push(texts.rulebook_unused(&what));
        }
        let as_warning = |told| Told {
            is_warning: true,
            ..told
        };
        self.problems.extend(told.into_iter().map(as_warning));
    }
}
