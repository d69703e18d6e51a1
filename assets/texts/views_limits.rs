// The limits: each line with its bar, what is the matter with it, and how its limit comes back.

texts! {
    limits_free_of(free: &str, total: &str) { zh: "可用 {free} / {total}", en: "free {free} of {total}" }
    limits_none(key: &str) { zh: "还没有登记额度，按 {key} 加一条", en: "no credit lines yet; {key} adds one" }
    limits_by(day: &str) { zh: "预计 {day} 恢复", en: "back by {day}" }
    limits_window(day: u32, earliest: u32, latest: u32) { zh: "第 {day} 个工作日，通常 {earliest}–{latest}", en: "working day {day}, usually {earliest}–{latest}" }
    limits_window_begins(earliest: u32, latest: u32) { zh: "还没到工作日，通常 {earliest}–{latest} 个", en: "no working day yet, usually {earliest}–{latest}" }
    limits_out_for(days: u32) { zh: "还款已 {days} 个工作日", en: "paid {days} working days ago", one(days): "paid {days} working day ago" }
    limits_late_by(days: u32) { zh: "超时 {days} 个工作日", en: "{days} working days late", one(days): "{days} working day late" }
    limits_just_late { zh: "刚过恢复期限", en: "just past its window" }
    limits_still_pay { zh: "仍须按期还款", en: "still pay on time" }
    limits_frozen { zh: "账户冻结", en: "account frozen" }
    limits_frozen_part { zh: "冻结", en: "frozen" }
    limits_closed { zh: "已关闭", en: "closed" }
    limits_over { zh: "超出额度", en: "over the limit" }
    limits_unknown { zh: "总额度未知，可用多少说不准", en: "the limit is not known, so nothing is promised" }
    limits_maintenance(day: &str) { zh: "平台维护到 {day}", en: "provider down until {day}" }
    limits_temporary(day: &str) { zh: "临时额度，到 {day} 为止", en: "temporary, until {day}" }
    limits_estimated { zh: "估算", en: "est." }
    limits_case_open { zh: "跟进中", en: "case open" }
    limits_in_use(n: usize) { zh: "{n} 个分期在用", en: "{n} plans on it", one(n): "{n} plan on it" }
    limits_unused { zh: "没有分期在用", en: "no plan on it" }
    limits_record_title { zh: "恢复记录", en: "Restores" }
    limits_record { zh: "恢复记录", en: "restores" }
    limits_last(n: usize, days: &str) { zh: "最近 {n} 次用了 {days} 个工作日", en: "the last {n} took {days} working days" }
    limits_no_record { zh: "还没有恢复过", en: "nothing has come back yet" }
    limits_took(days: u32) { zh: "用了 {days} 个工作日", en: "{days} working days", one(days): "{days} working day" }
    limits_took_less { zh: "用了不到 1 个工作日", en: "less than a working day" }
    limits_took_short(days: &str) { zh: "{days} 工作日", en: "{days} wd" }
    limits_nothing_out { zh: "没有在路上的额度", en: "no limit is on its way back" }
    limits_due_back(day: &str) { zh: "应在 {day} 前恢复", en: "back by {day}" }
    limits_no_working_day { zh: "还没到工作日", en: "no working day yet" }
    limits_working_day(n: u32) { zh: "第 {n} 个工作日", en: "working day {n}" }
}

texts! {
    limits_total { zh: "总额度", en: "limit" }
    limits_temporary_label { zh: "临时额度", en: "temporary" }
    limits_late { zh: "超时未恢复", en: "late" }
    limits_available { zh: "可用", en: "free now" }
    limits_expected { zh: "恢复后可用", en: "free once back" }
    limits_account { zh: "账号", en: "account" }
    limits_identity { zh: "证件有效到", en: "papers valid to" }
    limits_seen { zh: "最近对额度", en: "last seen" }
}

// One line.
texts! {
    line_made_of { zh: "额度构成", en: "What the limit is made of" }
    line_past { zh: "额度变化", en: "Limit over time" }
    line_seen { zh: "对额度", en: "seen" }
    line_entries(n: usize) { zh: "{n} 笔", en: "{n} payments", one(n): "{n} payment" }
    line_late_short(days: u32) { zh: "晚 {days} 天", en: "{days} late" }
    line_taken_back { zh: "算作已恢复", en: "taken to be back" }
    line_stated_days(earliest: u32, latest: u32) { zh: "平台说 {earliest}–{latest} 个工作日", en: "stated by the provider: {earliest}–{latest} working days" }
    line_measured(n: usize, median: u32, worst: u32) { zh: "实测 {n} 次：中位 {median}，最长 {worst}", en: "measured {n} times: median {median}, worst {worst}", one(n): "measured {n} time: median {median}, worst {worst}" }
    line_too_few { zh: "（次数少，暂不采用）", en: " (too few to rely on)" }
    line_not_measured(key: &str) { zh: "还没实测过：按 {key} 确认一次就量一次", en: "not measured yet: each {key} is a measure" }
    line_refused { zh: "被拒的尝试", en: "Refused" }
    line_retry(day: &str) { zh: "{day} 再试", en: "retry {day}" }
}
