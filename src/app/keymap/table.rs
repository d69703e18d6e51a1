//! The table.

use super::{Binding, Group, Scope};
use crate::app::action::{Action, Motion, Step, TextEdit};
use crate::app::key::{Code, Key};
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::settings::texts::Texts;

type Word = fn(Texts) -> &'static str;

const fn row(
    keys: &'static [Key],
    shown: &'static str,
    (scope, group): (Scope, Group),
    action: Action,
    (short, long): (Word, Word),
) -> Binding {
    Binding {
        keys,
        shown,
        scope,
        action,
        short,
        long,
        group,
        rank: 0,
        applies: always,
    }
}

impl Binding {
    /// Stands in the footer, the lower the rank the earlier, while the test says yes.
    const fn hint(self, rank: u8, applies: fn(&Model) -> bool) -> Self {
        Self {
            rank,
            applies,
            ..self
        }
    }
}

fn always(_: &Model) -> bool {
    true
}

/// Every key and what it means.
pub const KEYMAP: &[Binding] = &[
    row(
        &[Key::char('p')],
        "p",
        (Scope::View, Group::Paying),
        Action::Pay,
        (Texts::pay, Texts::key_pay),
    )
    .hint(2, is_payable),
    row(
        &[Key::char('P')],
        "P",
        (Scope::View, Group::Paying),
        Action::PayForm,
        (Texts::pay_part, Texts::key_pay_form),
    )
    .hint(3, is_payable),
    row(
        &[Key::char('u')],
        "u",
        (Scope::View, Group::Paying),
        Action::Undo,
        (Texts::undo, Texts::key_undo),
    )
    .hint(5, is_editable),
    row(
        &[Key::char('U'), Key::ctrl('r')],
        "U Ctrl-r",
        (Scope::View, Group::Paying),
        Action::Redo,
        (Texts::redo, Texts::key_redo),
    ),
    row(
        &[Key::char('c')],
        "c",
        (Scope::View, Group::Limits),
        Action::Check,
        (Texts::check_limit, Texts::key_check),
    )
    .hint(6, has_lines),
    row(
        &[Key::char('r')],
        "r",
        (Scope::View, Group::Limits),
        Action::Restored,
        (Texts::restored, Texts::key_restored),
    )
    .hint(4, is_restorable),
    row(
        &[Key::char('j'), Key::of(Code::Down)],
        "j ↓",
        (Scope::View, Group::Moving),
        Action::Move(Motion::Down),
        (Texts::key_down, Texts::key_down),
    ),
    row(
        &[Key::char('k'), Key::of(Code::Up)],
        "k ↑",
        (Scope::View, Group::Moving),
        Action::Move(Motion::Up),
        (Texts::key_up, Texts::key_up),
    ),
    row(
        &[Key::ctrl('d'), Key::of(Code::PageDown)],
        "PgDn Ctrl-d",
        (Scope::View, Group::Moving),
        Action::Move(Motion::PageDown),
        (Texts::key_page_down, Texts::key_page_down),
    ),
    row(
        &[Key::ctrl('u'), Key::of(Code::PageUp)],
        "PgUp Ctrl-u",
        (Scope::View, Group::Moving),
        Action::Move(Motion::PageUp),
        (Texts::key_page_up, Texts::key_page_up),
    ),
    row(
        &[Key::char('g'), Key::of(Code::Home)],
        "g Home",
        (Scope::View, Group::Moving),
        Action::Move(Motion::First),
        (Texts::key_first, Texts::key_first),
    ),
    row(
        &[Key::char('G'), Key::of(Code::End)],
        "G End",
        (Scope::View, Group::Moving),
        Action::Move(Motion::Last),
        (Texts::key_last, Texts::key_last),
    ),
    row(
        &[Key::char('h'), Key::of(Code::Left)],
        "h ←",
        (Scope::View, Group::Moving),
        Action::Side(Step::Previous),
        (Texts::key_left, Texts::key_left),
    ),
    row(
        &[Key::char('l'), Key::of(Code::Right)],
        "l →",
        (Scope::View, Group::Moving),
        Action::Side(Step::Next),
        (Texts::key_right, Texts::key_right),
    ),
    row(
        &[Key::of(Code::Tab)],
        "Tab",
        (Scope::View, Group::Moving),
        Action::Pane(Step::Next),
        (Texts::key_next_pane, Texts::key_next_pane),
    ),
    row(
        &[Key::of(Code::BackTab)],
        "Shift-Tab",
        (Scope::View, Group::Moving),
        Action::Pane(Step::Previous),
        (Texts::key_previous_pane, Texts::key_previous_pane),
    ),
    row(
        &[Key::of(Code::Enter)],
        "⏎",
        (Scope::View, Group::Moving),
        Action::Open,
        (Texts::open_it, Texts::key_open),
    )
    .hint(7, is_openable),
    row(
        &[Key::of(Code::Esc)],
        "Esc",
        (Scope::View, Group::Moving),
        Action::Back,
        (Texts::back, Texts::key_back),
    )
    .hint(8, is_inside),
    row(
        &[Key::char(']')],
        "]",
        (Scope::View, Group::Moving),
        Action::Plan(Step::Next),
        (Texts::key_next_plan, Texts::key_next_plan),
    ),
    row(
        &[Key::char('[')],
        "[",
        (Scope::View, Group::Moving),
        Action::Plan(Step::Previous),
        (Texts::key_previous_plan, Texts::key_previous_plan),
    ),
    row(
        &[Key::char('t')],
        "t",
        (Scope::View, Group::Moving),
        Action::Urgent,
        (Texts::key_urgent_short, Texts::key_urgent),
    ),
    row(
        &[Key::char('/')],
        "/",
        (Scope::View, Group::Moving),
        Action::Find,
        (Texts::find, Texts::key_find),
    )
    .hint(11, has_book),
    row(
        &[Key::char('f')],
        "f",
        (Scope::View, Group::Moving),
        Action::Filter,
        (Texts::key_filter_short, Texts::key_filter),
    )
    .hint(10, is_plans),
    row(
        &[Key::char('s')],
        "s",
        (Scope::View, Group::Moving),
        Action::Sort,
        (Texts::key_sort_short, Texts::key_sort),
    )
    .hint(9, is_plans),
    row(
        &[Key::char('1')],
        "1",
        (Scope::View, Group::Views),
        Action::Show(Screen::Overview),
        (Texts::overview_short, Texts::overview),
    ),
    row(
        &[Key::char('2')],
        "2",
        (Scope::View, Group::Views),
        Action::Show(Screen::Plans),
        (Texts::plans, Texts::plans),
    ),
    row(
        &[Key::char('3')],
        "3",
        (Scope::View, Group::Views),
        Action::Show(Screen::Limits),
        (Texts::limits, Texts::limits),
    ),
    row(
        &[Key::char('4')],
        "4",
        (Scope::View, Group::Views),
        Action::Show(Screen::Calendar),
        (Texts::calendar_short, Texts::calendar),
    ),
    row(
        &[Key::char('5')],
        "5",
        (Scope::View, Group::Views),
        Action::Show(Screen::Alerts),
        (Texts::alerts, Texts::alerts),
    ),
    row(
        &[Key::char('6')],
        "6",
        (Scope::View, Group::Views),
        Action::Show(Screen::Cases),
        (Texts::cases, Texts::cases),
    ),
    row(
        &[Key::char('7')],
        "7",
        (Scope::View, Group::Views),
        Action::Show(Screen::WhatIf),
        (Texts::what_if_short, Texts::what_if),
    ),
    row(
        &[Key::char('?'), Key::of(Code::F(1))],
        "? F1",
        (Scope::View, Group::Rest),
        Action::Help,
        (Texts::help, Texts::key_help),
    )
    .hint(1, always),
    row(
        &[Key::char('e')],
        "e",
        (Scope::View, Group::Rest),
        Action::Edit,
        (Texts::edit, Texts::key_edit),
    )
    .hint(12, is_file),
    row(
        &[Key::char('=')],
        "=",
        (Scope::View, Group::Rest),
        Action::Explain,
        (Texts::key_explain_short, Texts::key_explain),
    )
    .hint(13, is_openable),
    row(
        &[Key::char('*')],
        "*",
        (Scope::View, Group::Rest),
        Action::HideAmounts,
        (Texts::key_hide_short, Texts::key_hide),
    ),
    row(
        &[Key::char('q')],
        "q",
        (Scope::View, Group::Rest),
        Action::Quit,
        (Texts::quit, Texts::key_quit),
    )
    .hint(14, always),
    row(
        &[Key::ctrl('c')],
        "Ctrl-c",
        (Scope::Always, Group::Rest),
        Action::Quit,
        (Texts::quit, Texts::key_quit_always),
    ),
    row(
        &[Key::ctrl('l')],
        "Ctrl-l",
        (Scope::Always, Group::Rest),
        Action::Redraw,
        (Texts::key_redraw, Texts::key_redraw),
    ),
    row(
        &[Key::ctrl('z')],
        "Ctrl-z",
        (Scope::Always, Group::Rest),
        Action::Suspend,
        (Texts::key_suspend, Texts::key_suspend),
    ),
    row(
        &[Key::char('d')],
        "d",
        (Scope::Welcome, Group::Rest),
        Action::Demo,
        (Texts::key_demo_short, Texts::key_demo),
    )
    .hint(2, always),
    row(
        &[Key::char('e')],
        "e",
        (Scope::Welcome, Group::Rest),
        Action::Create,
        (Texts::key_create_short, Texts::key_create),
    )
    .hint(3, always),
    row(
        &[Key::char('?'), Key::of(Code::F(1))],
        "? F1",
        (Scope::Welcome, Group::Rest),
        Action::Help,
        (Texts::help, Texts::key_help),
    )
    .hint(1, always),
    row(
        &[Key::char('q'), Key::of(Code::Esc)],
        "q Esc",
        (Scope::Welcome, Group::Rest),
        Action::Quit,
        (Texts::quit, Texts::key_quit),
    )
    .hint(4, always),
    row(
        &[Key::of(Code::Tab), Key::of(Code::Down)],
        "Tab ↓",
        (Scope::Form, Group::Forms),
        Action::Field(Step::Next),
        (Texts::key_next_field_short, Texts::key_next_field),
    )
    .hint(1, always),
    row(
        &[Key::of(Code::BackTab), Key::of(Code::Up)],
        "Shift-Tab ↑",
        (Scope::Form, Group::Forms),
        Action::Field(Step::Previous),
        (Texts::key_previous_field, Texts::key_previous_field),
    ),
    row(
        &[Key::of(Code::Enter)],
        "⏎",
        (Scope::Form, Group::Forms),
        Action::Submit,
        (Texts::key_record, Texts::key_submit),
    )
    .hint(3, always),
    row(
        &[Key::of(Code::Esc)],
        "Esc",
        (Scope::Form, Group::Forms),
        Action::Back,
        (Texts::drop_it, Texts::key_drop),
    )
    .hint(4, always),
    row(
        &[Key::of(Code::F(1))],
        "F1",
        (Scope::Form, Group::Forms),
        Action::FieldHelp,
        (Texts::help, Texts::key_field_help),
    )
    .hint(5, always),
    row(
        &[Key::of(Code::Left)],
        "←",
        (Scope::Choice, Group::Forms),
        Action::Side(Step::Previous),
        (Texts::key_choose, Texts::key_choice_left),
    ),
    row(
        &[Key::of(Code::Right)],
        "→",
        (Scope::Choice, Group::Forms),
        Action::Side(Step::Next),
        (Texts::key_choose, Texts::key_choice_right),
    )
    .hint(2, always),
    row(
        &[Key::of(Code::Left)],
        "←",
        (Scope::Text, Group::Forms),
        Action::Text(TextEdit::Left),
        (Texts::key_caret, Texts::key_caret_left),
    ),
    row(
        &[Key::of(Code::Right)],
        "→",
        (Scope::Text, Group::Forms),
        Action::Text(TextEdit::Right),
        (Texts::key_caret, Texts::key_caret_right),
    ),
    row(
        &[Key::of(Code::Home), Key::ctrl('a')],
        "Home Ctrl-a",
        (Scope::Text, Group::Forms),
        Action::Text(TextEdit::Start),
        (Texts::key_caret, Texts::key_caret_start),
    ),
    row(
        &[Key::of(Code::End), Key::ctrl('e')],
        "End Ctrl-e",
        (Scope::Text, Group::Forms),
        Action::Text(TextEdit::End),
        (Texts::key_caret, Texts::key_caret_end),
    ),
    row(
        &[Key::of(Code::Backspace), Key::ctrl('h')],
        "Backspace Ctrl-h",
        (Scope::Text, Group::Forms),
        Action::Text(TextEdit::DeleteBefore),
        (Texts::key_delete, Texts::key_delete_before),
    ),
    row(
        &[Key::of(Code::Delete)],
        "Delete",
        (Scope::Text, Group::Forms),
        Action::Text(TextEdit::DeleteAfter),
        (Texts::key_delete, Texts::key_delete_after),
    ),
    row(
        &[Key::ctrl('w')],
        "Ctrl-w",
        (Scope::Text, Group::Forms),
        Action::Text(TextEdit::DeleteWord),
        (Texts::key_delete, Texts::key_delete_word),
    ),
    row(
        &[Key::ctrl('u')],
        "Ctrl-u",
        (Scope::Text, Group::Forms),
        Action::Text(TextEdit::DeleteToStart),
        (Texts::key_delete, Texts::key_delete_to_start),
    ),
    row(
        &[Key::of(Code::Down)],
        "↓",
        (Scope::Help, Group::Forms),
        Action::Move(Motion::Down),
        (Texts::key_down, Texts::key_down),
    ),
    row(
        &[Key::of(Code::Up)],
        "↑",
        (Scope::Help, Group::Forms),
        Action::Move(Motion::Up),
        (Texts::key_up, Texts::key_up),
    ),
    row(
        &[Key::of(Code::PageDown)],
        "PgDn",
        (Scope::Help, Group::Forms),
        Action::Move(Motion::PageDown),
        (Texts::key_page_down, Texts::key_page_down),
    ),
    row(
        &[Key::of(Code::PageUp)],
        "PgUp",
        (Scope::Help, Group::Forms),
        Action::Move(Motion::PageUp),
        (Texts::key_page_up, Texts::key_page_up),
    ),
    row(
        &[Key::of(Code::Enter)],
        "⏎",
        (Scope::Help, Group::Forms),
        Action::Choose,
        (Texts::run_it, Texts::key_run),
    )
    .hint(2, always),
    row(
        &[Key::of(Code::Esc), Key::of(Code::F(1)), Key::char('?')],
        "Esc F1 ?",
        (Scope::Help, Group::Forms),
        Action::Back,
        (Texts::close, Texts::key_close),
    )
    .hint(3, always),
    row(
        &[Key::of(Code::Down)],
        "↓",
        (Scope::Find, Group::Forms),
        Action::Move(Motion::Down),
        (Texts::key_down, Texts::key_down),
    ),
    row(
        &[Key::of(Code::Up)],
        "↑",
        (Scope::Find, Group::Forms),
        Action::Move(Motion::Up),
        (Texts::key_up, Texts::key_up),
    ),
    row(
        &[Key::of(Code::PageDown)],
        "PgDn",
        (Scope::Find, Group::Forms),
        Action::Move(Motion::PageDown),
        (Texts::key_page_down, Texts::key_page_down),
    ),
    row(
        &[Key::of(Code::PageUp)],
        "PgUp",
        (Scope::Find, Group::Forms),
        Action::Move(Motion::PageUp),
        (Texts::key_page_up, Texts::key_page_up),
    ),
    row(
        &[Key::of(Code::Enter)],
        "⏎",
        (Scope::Find, Group::Forms),
        Action::Choose,
        (Texts::open_it, Texts::key_open),
    )
    .hint(1, has_results),
    row(
        &[Key::of(Code::Esc)],
        "Esc",
        (Scope::Find, Group::Forms),
        Action::Back,
        (Texts::close, Texts::key_close),
    )
    .hint(3, always),
    row(
        &[Key::of(Code::Esc), Key::of(Code::Enter)],
        "Esc ⏎",
        (Scope::Check, Group::Forms),
        Action::Back,
        (Texts::close, Texts::key_close),
    )
    .hint(1, always),
    row(
        &[
            Key::of(Code::Esc),
            Key::of(Code::Enter),
            Key::char('='),
            Key::char('q'),
        ],
        "Esc ⏎ = q",
        (Scope::Explain, Group::Forms),
        Action::Back,
        (Texts::close, Texts::key_close),
    )
    .hint(1, always),
    row(
        &[Key::char('y')],
        "y",
        (Scope::Confirm, Group::Forms),
        Action::Yes,
        (Texts::key_yes, Texts::key_yes),
    )
    .hint(1, always),
    row(
        &[Key::char('n'), Key::of(Code::Esc)],
        "n Esc",
        (Scope::Confirm, Group::Forms),
        Action::No,
        (Texts::key_no, Texts::key_no),
    )
    .hint(2, always),
];

/// The book can be changed.
fn is_editable(model: &Model) -> bool {
    model.editable().is_ok()
}

fn is_payable(model: &Model) -> bool {
    is_editable(model) && model.selected_open().is_some()
}

fn is_restorable(model: &Model) -> bool {
    is_editable(model) && model.selected_out().is_some()
}

fn is_openable(model: &Model) -> bool {
    model.selected_row().is_some()
}

fn is_inside(model: &Model) -> bool {
    model.screen == Screen::PlanDetail
}

fn is_plans(model: &Model) -> bool {
    model.screen == Screen::Plans
}

fn is_file(model: &Model) -> bool {
    !model.demo
}

fn has_book(model: &Model) -> bool {
    model.book().is_some()
}

fn has_lines(model: &Model) -> bool {
    !model.board.lines.is_empty()
}

fn has_results(model: &Model) -> bool {
    match model.overlay() {
        Some(crate::app::overlay::Overlay::Find(find)) => !find.results.is_empty(),
        _ => false,
    }
}
