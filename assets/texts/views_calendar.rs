// The calendar: a month of due days, and the selected one.

texts! {
    calendar_due_left(due: &str, left: &str) { zh: "应还 {due} · 剩 {left}", en: "due {due}, left {left}" }
    calendar_left(left: &str) { zh: "剩 {left}", en: "left {left}" }
    calendar_move_day { zh: "日", en: "day" }
    calendar_move_week { zh: "周", en: "week" }
    calendar_move_month { zh: "月", en: "month" }
    calendar_nothing { zh: "没有应还", en: "nothing due" }
    calendar_next { zh: "下一笔", en: "next" }
    calendar_open { zh: "还没还的", en: "still open" }
    calendar_more(n: usize) { zh: "另有 {n} 笔", en: "{n} more" }
    calendar_count(n: usize) { zh: "{n} 笔", en: "{n} due" }
    calendar_times(n: usize) { zh: "{n}×", en: "{n}×" }
    calendar_week { zh: "这一周", en: "that week" }
    calendar_cap { zh: "自定上限", en: "own ceiling" }
    calendar_over_cap(amount: &str) { zh: "超 {amount}", en: "{amount} over" }
    calendar_off { zh: "休", en: "off" }
    calendar_off_short { zh: "休", en: "H" }
    calendar_work { zh: "班", en: "work" }
    calendar_work_short { zh: "班", en: "W" }
    calendar_off_long { zh: "休息日", en: "holiday" }
    calendar_work_long { zh: "调休上班", en: "working day" }
    key_next_month { zh: "日历：下个月", en: "calendar: next month" }
    key_previous_month { zh: "日历：上个月", en: "calendar: previous month" }
}
