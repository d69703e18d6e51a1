//! A form: fields that are typed or chosen, what is wrong with them, and what saving would do.
//! One machine for all of them; what each is about stands in a file of its own.
//!
//! | question | file |
//! |---|---|
//! | what a field holds and understands | `name`, `field`, `read` |
//! | fields that follow from others | `fill` |
//! | what a form is about | `subject`, `place` |
//! | what saving would do | `outcome` |
//! | what a choice offers | `choice` |
//! | what is wrong with which field | `wrong` |
//! | which forms there are | `task` |
//! | one form | `pay`, `add`, `edit_plan`, `settle`, `refund`, `note`, `defer`, `pause`, `amend`, `case`, `proof`, `line`, `method`, `seen`, `unlock`, `what_if` |
//! | what the forms of a plan have in common | `plan` |

pub(super) mod add;
mod amend;
mod case;
pub mod choice;
mod defer;
mod draft;
mod edit_plan;
pub mod field;
mod fill;
mod line;
mod method;
mod name;
mod note;
pub mod outcome;
mod pause;
mod pay;
mod place;
mod plan;
mod proof;
mod read;
mod refund;
mod seen;
mod settle;
mod subject;
mod task;
mod unlock;
pub(super) mod what_if;
mod wrong;

use chrono::NaiveDate;

use self::choice::Pick;
use self::field::{Field, FieldName, Mistake, Value};
use self::outcome::Outcome;
pub use self::place::Place;
use self::read::Reader;
pub use self::subject::Subject;
pub use self::task::Task;
use super::action::Step;
use super::field::TextField;
use super::model::Model;
use super::notice::Said;
use crate::domain::{Command, Currency};
use crate::settings::texts::Texts;

/// A form that is being filled in.
#[derive(Debug, Clone)]
pub struct Form {
    /// What it is for.
    pub task: Task,
    /// The plan it is about; `None` where it is about none or makes a new one.
    pub about: Option<Subject>,
    /// The line, case or way to pay it is about, where it is about one.
    pub place: Option<Place>,
    /// The currency of its amounts.
    pub currency: Currency,
    /// Its fields, in the order of the screen.
    pub fields: Vec<Field>,
    /// The field that gets the keys.
    pub focus: FieldName,
    /// What saving would do, as far as that can be said.
    pub outcome: Outcome,
    /// True once something was typed or chosen: Esc then asks.
    pub touched: bool,
    /// True once somebody tried to save: from then on mistakes are shown while typing.
    pub tried: bool,
}

/// What is wrong with which field.
type Mistakes = Vec<(FieldName, Mistake)>;

impl Form {
    /// The form for what is selected, filled in as far as the book knows.
    ///
    /// # Errors
    /// Where nothing is selected that it could be about.
    pub(super) fn open(task: Task, model: &Model) -> Result<Self, Said> {
        Ok(Self::begun(
            task,
            task.begin(model)?,
            task.place(model),
            model,
        ))
    }

    fn begun(task: Task, begun: task::Begun, place: Option<Place>, model: &Model) -> Self {
        let (about, currency, fields) = begun;
        let focus = fields.first().map(|field| field.name);
        let mut form = Self {
            task,
            about,
            place,
            currency,
            fields,
            focus: focus.unwrap_or(FieldName::Amount),
            outcome: Outcome::Nothing,
            touched: false,
            tried: false,
        };
        task.fill(&mut form, model);
        form.think(model);
        form.focus_on(form.focus);
        form
    }

    /// Takes in what the book says now; false where what it is about is gone.
    pub(super) fn renew(&mut self, model: &Model) -> bool {
        if let Some(about) = &self.about {
            let Some(found) = Subject::find(model, &about.id, about.n) else {
                return false;
            };
            if self.task.needs_an_open_one() && !found.outstanding.is_positive() {
                return false;
            }
            self.about = Some(found);
        }
        if let Some(place) = &self.place {
            let Some(found) = place.found(model) else {
                return false;
            };
            self.place = Some(found);
        }
        self.task.fill(self, model);
        self.think(model);
        true
    }

    /// The field of this name, where the form has it.
    pub fn field(&self, name: FieldName) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The fields that are asked for now.
    pub fn visible(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| !field.hidden)
    }

    /// The field that gets the keys.
    pub fn focused(&self) -> Option<&Field> {
        self.field(self.focus)
    }

    /// What stands in a field of text; nothing where there is no such field.
    pub fn text(&self, name: FieldName) -> &str {
        match self.field(name).map(|field| &field.value) {
            Some(Value::Text(text)) => text.text(),
            _ => "",
        }
    }

    /// What is chosen in a field of choices.
    pub fn picked(&self, name: FieldName) -> Option<&Pick> {
        match &self.field(name)?.value {
            Value::Choice(choice) => choice.picked(),
            Value::Text(_) => None,
        }
    }

    /// The day that stands in a field, where it is one.
    pub fn day(&self, name: FieldName, today: NaiveDate) -> Option<NaiveDate> {
        Reader::new(self, today).date(name).ok()
    }

    /// What is wrong, in the order of the screen.
    pub fn mistakes(&self) -> impl Iterator<Item = (FieldName, &Mistake)> {
        let fields = self.visible();
        fields.filter_map(|field| Some((field.name, field.mistake.as_ref()?)))
    }

    /// Gives a field the keys; its text is replaced by what is typed next.
    pub(super) fn focus_on(&mut self, name: FieldName) {
        if !self.visible().any(|field| field.name == name) {
            return;
        }
        self.focus = name;
        if let Some(Value::Text(text)) = self.field_mut(name).map(|field| &mut field.value) {
            text.select_all();
        }
    }

    /// Gives the next field the keys, round and round.
    pub(super) fn go(&mut self, step: Step) {
        let names: Vec<_> = self.visible().map(|field| field.name).collect();
        let at = names.iter().position(|name| *name == self.focus);
        let at = step.round(at.unwrap_or(0), names.len());
        if let Some(name) = names.get(at) {
            self.focus_on(*name);
        }
    }

    /// Changes the text that has the keys.
    pub(super) fn typed(&mut self, model: &Model, change: impl FnOnce(&mut TextField)) {
        let focus = self.focus;
        let Some(field) = self.field_mut(focus) else {
            return;
        };
        let Value::Text(text) = &mut field.value else {
            return;
        };
        let before = text.text().to_owned();
        change(text);
        if text.text() != before {
            field.touched = true;
            self.touched = true;
            self.think(model);
        }
    }

    /// The next of the choices that have the keys, round and round.
    pub(super) fn choose_next(&mut self, model: &Model, step: Step) {
        self.choose(model, |choice| choice.step(step));
    }

    /// The next choice whose name begins with a letter, also in pinyin.
    pub(super) fn choose_by_letter(&mut self, model: &Model, letter: char) {
        let texts = Texts::new(model.lang);
        self.choose(model, |choice| {
            choice.step_to_letter(letter, model.book(), texts);
        });
    }

    fn choose(&mut self, model: &Model, change: impl FnOnce(&mut choice::Choice)) {
        let focus = self.focus;
        let Some(field) = self.field_mut(focus) else {
            return;
        };
        let Value::Choice(choice) = &mut field.value else {
            return;
        };
        let before = choice.chosen;
        change(choice);
        if choice.chosen != before {
            field.touched = true;
            self.touched = true;
            self.think(model);
        }
    }

    /// The command, if all is valid; else the first mistake gets the keys.
    pub(super) fn submit(&mut self, model: &Model) -> Option<Command> {
        self.tried = true;
        let command = self.think(model);
        let wrong = self.mistakes().next().map(|(name, _)| name);
        if let Some(name) = wrong {
            self.focus_on(name);
        }
        command
    }

    /// Works out anew what follows from what stands in the fields; the command, if all is valid.
    fn think(&mut self, model: &Model) -> Option<Command> {
        self.task.follow(self, model);
        if self.focused().is_some_and(|field| field.hidden) {
            let first = self.visible().next().map(|field| field.name);
            self.focus_on(first.unwrap_or(self.focus));
        }
        let read = self.task.command(self, model);
        let checked = read.and_then(|command| self.checked(model, command));
        self.outcome = self.task.outcome(self, model, checked.as_ref().ok());
        match checked {
            Ok(command) => {
                self.mark(Vec::new());
                Some(command)
            }
            Err(mistakes) => {
                self.mark(if self.tried { mistakes } else { Vec::new() });
                None
            }
        }
    }

    fn checked(&self, model: &Model, command: Command) -> Result<Command, Mistakes> {
        let Some(book) = model.book() else {
            return Ok(command);
        };
        match command.check(book, &model.calendar, model.today) {
            Ok(_) => Ok(command),
            Err(refusal) => Err(vec![(self.field_of(&refusal), Mistake::Refused(refusal))]),
        }
    }

    fn field_mut(&mut self, name: FieldName) -> Option<&mut Field> {
        self.fields.iter_mut().find(|field| field.name == name)
    }
}
