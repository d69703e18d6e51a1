// The overview: four figures, what is due, limits, alerts, months.

texts! {
    overview_due_this_month { zh: "本月还要还", en: "Due this month" }
    overview_this_month { zh: "本月要还", en: "This month" }
    overview_overdue { zh: "已逾期", en: "Overdue" }
    overview_available { zh: "可用额度", en: "Free limit" }
    overview_restoring { zh: "恢复中", en: "Restoring" }
    overview_paid_of(paid: usize, of: usize) { zh: "已还 {paid}/{of}", en: "paid {paid}/{of}" }
    overview_nothing_this_month { zh: "没有要还的", en: "nothing to pay" }
    overview_longest(items: &str, days: u32) { zh: "{items} · 最久 {days} 天", en: "{items}, {days} days", one(days): "{items}, {days} day" }
    overview_none_overdue { zh: "没有逾期", en: "nothing is late" }
    overview_share_of(share: &str, total: &str) { zh: "总额 {total} 的 {share}", en: "{share} of {total}" }
    overview_share_of_short(share: &str, total: &str) { zh: "{share} / {total}", en: "{share} of {total}" }
    overview_also(others: &str) { zh: "另有 {others}", en: "also {others}" }
    overview_limits_unknown(n: usize) { zh: "{n} 条额度未知", en: "{n} limits unknown", one(n): "{n} limit unknown" }
    overview_no_lines { zh: "没有登记额度", en: "no lines yet" }
    overview_first_line(limits: &str, add: &str) { zh: "没有登记额度：按 {limits}，再按 {add}", en: "no lines yet: {limits}, then {add}" }
    overview_late_of(items: &str, late: usize) { zh: "{items} · {late} 笔超时未恢复", en: "{items}, {late} past its time" }
    overview_late(late: usize) { zh: "{late} 笔超时", en: "{late} past their time", one(late): "{late} past its time" }
    overview_back_by(items: &str, day: &str) { zh: "{items} · 预计 {day} 到", en: "{items}, back by {day}" }
    overview_back_by_short(day: &str) { zh: "预计 {day} 到", en: "back by {day}" }
    overview_none_restoring { zh: "都已恢复", en: "all is back" }
}

texts! {
    overview_next_days(days: u32) { zh: "接下来 {days} 天", en: "Next {days} days" }
    overview_next_months(months: u32) { zh: "未来 {months} 个月", en: "Next {months} months" }
    overview_sum { zh: "合计", en: "sum" }
    overview_paid_off(month: &str) { zh: "{month} 还清 · 合计", en: "done by {month}, sum" }
    overview_rest { zh: "余款", en: "(rest)" }
    overview_nothing_due(days: u32) { zh: "{days} 天内没有要还的", en: "Nothing is due within {days} days" }
    overview_no_plans(key: &str) { zh: "账本里还没有分期，按 {key} 记第一个", en: "No plans yet; {key} writes the first" }
    overview_late_sum { zh: "逾期", en: "late" }
    overview_no_alerts { zh: "没有要留意的", en: "Nothing wants attention" }
}

texts! {
    overview_by(day: &str) { zh: "预计 {day} 到", en: "by {day}" }
    overview_by_short(day: &str) { zh: "{day} 到", en: "by {day}" }
    overview_late_by(days: u32) { zh: "超时 {days} 个工作日", en: "{days} wd late" }
    overview_late_by_short(days: u32) { zh: "超时{days}天", en: "{days} wd late" }
    overview_just_late { zh: "刚超时", en: "just late" }
    overview_account_frozen { zh: "账户冻结", en: "account frozen" }
    overview_part_frozen { zh: "部分冻结", en: "part frozen" }
    overview_closed { zh: "已关闭", en: "closed" }
    overview_over_limit { zh: "超出额度", en: "over limit" }
    overview_over_limit_short { zh: "超额", en: "over" }
    overview_unknown { zh: "额度未知", en: "limit unknown" }
    overview_unknown_short { zh: "未知", en: "unknown" }
    overview_maintenance(day: &str) { zh: "维护到 {day}", en: "down until {day}" }
    overview_maintenance_short { zh: "维护", en: "down" }
    overview_temporary(day: &str) { zh: "临时额度到 {day}", en: "temporary until {day}" }
    overview_temporary_short { zh: "临时", en: "temp." }
}

// An alert where the room is short: after the name it is about.
texts! {
    overview_alert_late(n: u32, days: u32) { zh: "第 {n} 期逾期 {days} 天", en: "no. {n}, {days}d late" }
    overview_alert_grace(n: u32, day: &str) { zh: "第 {n} 期宽限到 {day}", en: "no. {n}: grace to {day}" }
    overview_alert_today(n: u32) { zh: "第 {n} 期今天到期", en: "no. {n} due today" }
    overview_alert_soon(n: u32, when: &str) { zh: "第 {n} 期，{when}到期", en: "no. {n} due {when}" }
    overview_alert_autopay(n: u32) { zh: "第 {n} 期扣了没有", en: "no. {n}: debited?" }
    overview_alert_not_back(amount: &str) { zh: "{amount} 超时未恢复", en: "{amount} not restored" }
    overview_alert_over(amount: &str) { zh: "超出额度 {amount}", en: "{amount} over its limit" }
    overview_alert_frozen { zh: "冻结，仍须按期还款", en: "frozen, keep paying" }
    overview_alert_case { zh: "该跟进了", en: "wants a next step" }
    overview_alert_expires(day: &str) { zh: "{day} 过期，还在扣款", en: "expires {day}, in use" }
    overview_alert_method_limit(n: u32) { zh: "第 {n} 期超过单笔限额", en: "no. {n} is over the limit" }
    overview_alert_temporary(day: &str) { zh: "临时额度到 {day}", en: "temporary limit to {day}" }
    overview_alert_identity(day: &str) { zh: "证件 {day} 到期", en: "papers expire {day}" }
    overview_alert_identity_past { zh: "证件已过期", en: "papers have expired" }
    overview_alert_pause(day: &str) { zh: "暂停到 {day}", en: "pause ends {day}" }
    overview_alert_cap(amount: &str) { zh: "要还 {amount}，超上限", en: "{amount}, over your cap" }
    overview_alert_back_row(amount: &str, days: u32) { zh: "{amount} 已还 {days} 个工作日，仍未恢复", en: "{amount} repaid {days} working days ago, not back yet", one(days): "{amount} repaid {days} working day ago, not back yet" }
}
