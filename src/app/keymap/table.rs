//! The table.

use super::needs::{
    book, can_be_turned, can_copy, case, copyable, correctable, editable, file, has_book,
    has_draft, has_failed, has_fields, has_figure, has_figures, has_lines, has_panes, has_payment,
    has_receipt, has_results, has_taken, is_a_day, is_addable, is_another_day, is_case,
    is_case_about, is_checked, is_correctable, is_editable, is_file, is_inside, is_limits,
    is_payable, is_plan, is_plans, is_restorable, is_unpaid_plan, line, markable, opens, payable,
    plan, restorable, subject, unpaid_plan,
};
use super::{Binding, Group, Scope};
use crate::app::action::{Action, Motion, Step, TextEdit};
use crate::app::form::Task;
use crate::app::key::{Code, Key};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::app::screen::Screen;
use crate::settings::texts::Texts;

type Word = fn(Texts) -> &'static str;

const fn row(
    keys: &'static [Key],
    shown: &'static str,
    (scope, group): (Scope, Group),
    action: Action,
    (short, long): (Word, Word),
    name: &'static str,
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
        name,
        possible: |_| Ok(()),
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

    /// Does something now only where this test says so, and says why not elsewhere.
    const fn where_possible(self, possible: fn(&Model) -> Result<(), Said>) -> Self {
        Self { possible, ..self }
    }
}

fn always(_: &Model) -> bool {
    true
}

/// Rows of one scope and group: keys, the same keys for people, action, the words for footer and
/// help; for a row of the footer its rank and when it stands there; behind `if` what it needs.
macro_rules! keymap {
    ($($scope:ident $group:ident { $(
        [$($key:tt)+] $shown:literal $action:ident $(($argument:expr))?,
        $short:ident $long:ident $(, $rank:literal $applies:ident)? $(, if $possible:ident)?;
    )+ })+) => {
        /// Every key and what it means.
        pub const KEYMAP: &[Binding] = &[$($(
            row(
                &[$(keymap!(@key $key)),+],
                $shown,
                (Scope::$scope, Group::$group),
                Action::$action $(($argument))?,
                (Texts::$short, Texts::$long),
                stringify!($long),
            )$(.hint($rank, $applies))? $(.where_possible($possible))?,
        )+)+];
    };
    (@key (ctrl $char:literal)) => { Key::ctrl($char) };
    (@key (f $number:literal)) => { Key::of(Code::F($number)) };
    (@key $char:literal) => { Key::char($char) };
    (@key $name:ident) => { Key::of(Code::$name) };
}

keymap! {
    View Paying {
        ['p']            "p"        Pay,             pay key_pay, 2 is_payable, if payable;
        [' ']            "Space"    Mark,            mark_it key_mark, if markable;
        ['P']            "P"        Form(Task::Pay), pay_part key_pay_form, 3 is_payable, if payable;
        ['u']            "u"        Undo,            undo key_undo, 5 is_editable, if editable;
        ['U' (ctrl 'r')] "U Ctrl-r" Redo,            redo key_redo, if editable;
        ['V']            "V"        History,         key_history_short key_history, if editable;
        ['m']            "m"        Methods,         methods_short key_methods, if book;
    }
    View Plans {
        ['a'] "a" Add,                add key_add, 9 is_addable, if editable;
        ['e'] "e" Edit,               edit key_edit, 10 is_correctable, if correctable;
        ['S'] "S" Form(Task::Settle), settle key_settle, 6 is_unpaid_plan, if unpaid_plan;
        ['R'] "R" Form(Task::Refund), refund key_refund, 7 is_plan, if plan;
        ['n'] "n" Form(Task::Note),   note key_note, 8 is_plan, if plan;
        ['M'] "M" Form(Task::Defer),  move_it key_defer, if payable;
        ['W'] "W" PauseOrResume,      pause_it key_pause, if unpaid_plan;
        ['E'] "E" Form(Task::Amend),  amend_it key_amend, if payable;
        ['D'] "D" Delete,             delete_it key_delete_plan, if plan;
    }
    View Limits {
        ['c'] "c" Check,    check_limit key_check, 10 has_lines;
        ['r'] "r" Restored, restored key_restored, 4 is_restorable, if restorable;
        ['v'] "v" Form(Task::Seen), see_it key_see, 8 is_limits, if line;
        ['b'] "b" Form(Task::Unlock), unlock_it key_unlock, 9 is_limits, if line;
        ['o'] "o" OpenCase, open_case key_open_case, 4 is_case_about, if subject;
        ['y'] "y" Copy,     copy_it key_copy, 4 can_copy, if copyable;
    }
    Cases Cases {
        [' '] "Space" Answer, answer_it key_answer, 2 is_case, if case;
        ['n'] "n" Form(Task::LogCase), log_it key_log, 3 is_case, if case;
        ['z'] "z" Form(Task::LaterCase), snooze key_snooze, 6 is_case, if case;
        ['F'] "F" Form(Task::Proof), proof_short key_proof, 7 is_case, if case;
    }
    Steps Cases {
        [Enter] "⏎" Form(Task::CloseCase), close_case key_close_case, 4 is_case, if case;
    }
    View Moving {
        ['j' Down]            "j ↓"         Move(Motion::Down),     key_down key_down;
        ['k' Up]              "k ↑"         Move(Motion::Up),       key_up key_up;
        [PageDown (ctrl 'd')] "PgDn Ctrl-d" Move(Motion::PageDown), key_page_down key_page_down;
        [PageUp (ctrl 'u')]   "PgUp Ctrl-u" Move(Motion::PageUp),   key_page_up key_page_up;
        ['g' Home]            "g Home"      Move(Motion::First),    key_first key_first;
        ['G' End]             "G End"       Move(Motion::Last),     key_last key_last;
        ['h' Left]            "h ←"         Side(Step::Previous),   key_left key_left;
        ['l' Right]           "l →"         Side(Step::Next),       key_right key_right;
        [Tab]                 "Tab"         Pane(Step::Next),       key_next_pane key_next_pane, 13 has_panes;
        [BackTab]             "Shift-Tab"   Pane(Step::Previous),   key_previous_pane key_previous_pane;
        [Enter]               "⏎"           Open,                   open_it key_open, 11 opens;
        [Esc]                 "Esc"         Back,                   back key_back, 12 is_inside;
        [']']                 "]"           Plan(Step::Next),       key_next_plan key_next_plan;
        ['[']                 "["           Plan(Step::Previous),   key_previous_plan key_previous_plan;
        ['L']                 "L"           Month(Step::Next),      key_next_month key_next_month;
        ['H']                 "H"           Month(Step::Previous),  key_previous_month key_previous_month;
        ['t']                 "t"           Urgent,                 key_urgent_short key_urgent, 2 is_another_day;
        ['>']                 ">"           OtherDay(Step::Next),       key_later_day_short key_later_day, if book;
        ['<']                 "<"           OtherDay(Step::Previous),   key_earlier_day_short key_earlier_day, if book;
        ['}']                 "}"           OtherMonth(Step::Next),     key_later_month_short key_later_month, if book;
        ['{']                 "{"           OtherMonth(Step::Previous), key_earlier_month_short key_earlier_month, if book;
        ['d']                 "d"           AskDay,                     key_ask_day_short key_ask_day, if book;
        ['/']                 "/"           Find,                   find key_find, 16 has_book;
        ['f']                 "f"           Filter,                 key_filter_short key_filter, 15 is_plans;
        ['s']                 "s"           Sort,                   key_sort_short key_sort, 14 is_plans;
    }
    View Views {
        ['1'] "1" Show(Screen::Overview), overview_short overview;
        ['2'] "2" Show(Screen::Plans),    plans plans;
        ['3'] "3" Show(Screen::Limits),   limits limits;
        ['4'] "4" Show(Screen::Calendar), calendar_short calendar;
        ['5'] "5" Show(Screen::Alerts),   alerts alerts;
        ['6'] "6" Show(Screen::Cases),    cases cases;
        ['7'] "7" Show(Screen::WhatIf),   what_if_short what_if;
    }
    View Rest {
        ['i']       "i"    Import,      key_import_short key_import, if editable;
        ['?' (f 1) ':' (ctrl 'p')] "? F1 : Ctrl-p" Help, help key_help, 1 always;
        ['w']       "w"    OpenFile,    open_file key_open_file, if file;
        ['=']       "="    Explain,     key_explain_short key_explain, 18 has_figure;
        ['*']       "*"    HideAmounts, key_hide_short key_hide;
        ['q']       "q"    Quit,        quit key_quit, 19 always;
    }
    Always Rest {
        [(ctrl 'c')] "Ctrl-c" Quit,    quit key_quit_always;
        [(ctrl 'l')] "Ctrl-l" Redraw,  key_redraw key_redraw;
        [(ctrl 'z')] "Ctrl-z" Suspend, key_suspend key_suspend;
    }
    Welcome Rest {
        ['?' (f 1) ':' (ctrl 'p')] "? F1 : Ctrl-p" Help, help key_help, 1 always;
        ['a']       "a"     Form(Task::Add),     add key_add, 2 always;
        ['l']       "l"     Form(Task::AddLine), key_add_line key_add_line, 3 always;
        ['i']       "i"     Import, key_import_short key_import, 4 always;
        ['d']       "d"     Demo,   key_demo_short key_demo, 5 always;
        ['w']       "w"     Create, key_create_short key_create, 6 always;
        ['q' Esc]   "q Esc" Quit,   quit key_quit, 7 always;
    }
    Form Forms {
        [Tab Down]   "Tab ↓"       Field(Step::Next),     key_next_field_short key_next_field, 1 has_fields;
        [BackTab Up] "Shift-Tab ↑" Field(Step::Previous), key_previous_field key_previous_field;
        [Enter]      "⏎"           Submit,                key_record key_submit, 3 always;
        [Esc]        "Esc"         Back,                  drop_it key_drop, 4 always;
        [(f 1)]      "F1"          FieldHelp,             help key_field_help, 5 always;
    }
    Choice Forms {
        [Left]  "←" Side(Step::Previous), key_choose key_choice_left;
        [Right] "→" Side(Step::Next),     key_choose key_choice_right, 2 always;
    }
    Text Forms {
        [Left]                 "←"                Text(TextEdit::Left),          key_caret key_caret_left;
        [Right]                "→"                Text(TextEdit::Right),         key_caret key_caret_right;
        [Home (ctrl 'a')]      "Home Ctrl-a"      Text(TextEdit::Start),         key_caret key_caret_start;
        [End (ctrl 'e')]       "End Ctrl-e"       Text(TextEdit::End),           key_caret key_caret_end;
        [Backspace (ctrl 'h')] "Backspace Ctrl-h" Text(TextEdit::DeleteBefore),  key_delete key_delete_before;
        [Delete]               "Delete"           Text(TextEdit::DeleteAfter),   key_delete key_delete_after;
        [(ctrl 'w')]           "Ctrl-w"           Text(TextEdit::DeleteWord),    key_delete key_delete_word;
        [(ctrl 'u')]           "Ctrl-u"           Text(TextEdit::DeleteToStart), key_delete key_delete_to_start;
    }
    Help Forms {
        [Down]          "↓"        Move(Motion::Down),     key_down key_down;
        [Up]            "↑"        Move(Motion::Up),       key_up key_up;
        [PageDown]      "PgDn"     Move(Motion::PageDown), key_page_down key_page_down;
        [PageUp]        "PgUp"     Move(Motion::PageUp),   key_page_up key_page_up;
        [Enter]         "⏎"        Choose,                 run_it key_run, 2 always;
        [Esc (f 1) '?'] "Esc F1 ?" Back,                   close key_close, 3 always;
    }
    Find Forms {
        [Down]     "↓"    Move(Motion::Down),     key_down key_down;
        [Up]       "↑"    Move(Motion::Up),       key_up key_up;
        [PageDown] "PgDn" Move(Motion::PageDown), key_page_down key_page_down;
        [PageUp]   "PgUp" Move(Motion::PageUp),   key_page_up key_page_up;
        [Enter]    "⏎"    Choose,                 open_it key_open, 1 has_results;
        [Esc]      "Esc"  Back,                   close key_close, 3 always;
    }
    Methods Forms {
        ['a']          "a"      Form(Task::AddMethod),  add key_add_method, 2 always;
        [Enter 'e']    "⏎ e"    Form(Task::EditMethod), edit key_edit_method, 1 always;
        ['j' Down]     "j ↓"    Move(Motion::Down),     key_down key_down;
        ['k' Up]       "k ↑"    Move(Motion::Up),       key_up key_up;
        [PageDown]     "PgDn"   Move(Motion::PageDown), key_page_down key_page_down;
        [PageUp]       "PgUp"   Move(Motion::PageUp),   key_page_up key_page_up;
        [Esc 'm' 'q']  "Esc m q" Back, close key_close, 3 always;
    }
    History Forms {
        [Down 'j'] "↓ j"  Move(Motion::Down),     key_down key_down;
        [Up 'k']   "↑ k"  Move(Motion::Up),       key_up key_up;
        [PageDown] "PgDn" Move(Motion::PageDown), key_page_down key_page_down;
        [PageUp]   "PgUp" Move(Motion::PageUp),   key_page_up key_page_up;
        [Enter]    "⏎"    Choose,                 key_go_there key_go_there, 1 always;
        [Esc 'V']  "Esc V" Back,                  close key_close, 3 always;
    }
    Check Forms {
        [Enter] "⏎"   WhatIf, key_what_if_short key_what_if, 1 is_checked;
        [Esc]   "Esc" Back,   close key_close, 2 always;
    }
    Fields Forms {
        [Tab Down]   "Tab ↓"       Field(Step::Next),     key_next_field_short key_next_field, 1 always;
        [BackTab Up] "Shift-Tab ↑" Field(Step::Previous), key_previous_field key_previous_field;
        [Enter]      "⏎"           Submit,                key_look key_look, 3 always;
        [Esc]        "Esc"         Back,                  back key_close, 4 always;
        [(f 1)]      "F1"          FieldHelp,             help key_field_help, 5 always;
    }
    Day Forms {
        [Enter] "⏎"   Choose, key_go_to_day_short key_go_to_day, 1 is_a_day;
        [Esc]   "Esc" Back,   close key_close, 2 always;
    }
    Import Forms {
        [Enter] "⏎"   Choose, key_read_short key_read, 1 always;
        [Esc]   "Esc" Back,   close key_close, 2 always;
    }
    Bill Forms {
        [Enter]        "⏎"     Choose,                 key_take_all_short key_take_all, 1 has_taken;
        [' ']          "Space" Mark,                   key_turn_short key_turn, 2 can_be_turned;
        ['a']          "a"     Draft,                  key_draft_short key_draft, 3 has_draft;
        ['j' Down]     "j ↓"   Move(Motion::Down),     key_down key_down;
        ['k' Up]       "k ↑"   Move(Motion::Up),       key_up key_up;
        [PageDown]     "PgDn"  Move(Motion::PageDown), key_page_down key_page_down;
        [PageUp]       "PgUp"  Move(Motion::PageUp),   key_page_up key_page_up;
        ['g' Home]     "g Home" Move(Motion::First),   key_first key_first;
        ['G' End]      "G End" Move(Motion::Last),     key_last key_last;
        [Esc 'q']      "Esc q" Back,                   close key_close, 4 always;
    }
    Message Forms {
        [Enter] "⏎"     Choose, key_note_it_short key_note_it, 1 has_receipt;
        ['P'] "P"       Form(Task::Pay), key_message_pay_short key_message_pay, 1 has_payment;
        ['o'] "o"       OpenCase, open_case key_message_failed, 1 has_failed;
        [Esc 'q'] "Esc q" Back, close key_close, 2 always;
    }
    Explain Forms {
        [Right 'l' Tab]     "→ l Tab"       Side(Step::Next),       key_next_figure_short key_next_figure, 1 has_figures;
        [Left 'h' BackTab]  "← h Shift-Tab" Side(Step::Previous),   key_previous_figure key_previous_figure;
        [Down 'j']          "↓ j"           Move(Motion::Down),     key_down key_down;
        [Up 'k']            "↑ k"           Move(Motion::Up),       key_up key_up;
        [PageDown]          "PgDn"          Move(Motion::PageDown), key_page_down key_page_down;
        [PageUp]            "PgUp"          Move(Motion::PageUp),   key_page_up key_page_up;
        ['w']               "w"             OpenFile,               open_file key_open_file, 2 is_file;
        [Esc Enter '=' 'q'] "Esc ⏎ = q"     Back,                   close key_close, 3 always;
    }
    Confirm Forms {
        ['y']     "y"     Yes, key_yes key_yes, 1 always;
        ['n' Esc] "n Esc" No,  key_no key_no, 2 always;
    }
}
