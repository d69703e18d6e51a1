// The follow-ups: each case with its checklist and its log.

texts! {
    case_none(key: &str) { zh: "没有要跟进的事；额度没恢复时按 {key}", en: "nothing to follow up; {key} where a limit does not come back" }
    case_workday(day: u32) { zh: "第 {day} 个工作日", en: "working day {day}" }
    case_due_today { zh: "今天跟进", en: "due today" }
    case_due_past(days: i64) { zh: "该跟进了，过了 {days} 天", en: "due {days} days ago", one(days): "due {days} day ago" }
    case_due_on(day: &str) { zh: "{day} 跟进", en: "next {day}" }
    case_promise_missed_short { zh: "没按答应的回复", en: "promise not kept" }
    case_back_after(day: &str, days: &str) { zh: "{day} 恢复 · {days}", en: "back {day} · {days}" }
    case_closed_on(day: &str) { zh: "{day} 结束", en: "closed {day}" }
    case_not_back(amount: &str) { zh: "{amount} 未恢复", en: "{amount} not back" }
    case_next { zh: "下次跟进", en: "next step" }
    case_next_unset { zh: "没定", en: "not set" }
    case_outcome { zh: "结果", en: "outcome" }
    case_order { zh: "订单", en: "order" }
    case_proof { zh: "凭证", en: "proof" }
    case_hotline { zh: "热线", en: "hotline" }
    case_log { zh: "记录", en: "Log" }
    case_log_add { zh: "加一条", en: "add" }
    case_log_freed(amount: &str) { zh: "还款，应恢复 {amount}", en: "paid; {amount} should come back" }
    case_log_opened { zh: "开始跟进", en: "case opened" }
    case_log_back(amount: &str) { zh: "额度 {amount} 恢复", en: "{amount} of limit is back" }
    case_promised(day: &str) { zh: "答应 {day}", en: "promised {day}" }
    case_promise_not_kept(day: &str) { zh: "答应 {day}，没兑现", en: "promised {day}, not kept" }
    case_in_list(open: usize) { zh: "未结 {open}", en: "{open} open" }
}

// What the keys for follow-ups do, and what they say.
texts! {
    keys_cases { zh: "跟进", en: "Cases" }
    open_case { zh: "跟进", en: "case" }
    key_open_case { zh: "额度没恢复：建跟进，已有就打开", en: "a limit that is not back: open its case" }
    log_it { zh: "记一笔", en: "log" }
    key_log { zh: "记下客服说了什么、答应哪天", en: "note what was said and promised" }
    answer_it { zh: "勾选", en: "answer" }
    key_answer { zh: "回答选中的步骤：是、否、未答", en: "answer the selected step: yes, no, open again" }
    snooze { zh: "改日再问", en: "later" }
    key_snooze { zh: "把下次跟进往后挪", en: "move the next step to a later day" }
    close_case { zh: "结案", en: "close" }
    key_close_case { zh: "在步骤栏：写明结果，结束跟进", en: "in the checklist: end the case with its outcome" }
    copy_it { zh: "复制", en: "copy" }
    key_copy { zh: "复制给客服的话；在计划上复制订单号", en: "copy the text for service; on a plan its order number" }
    see_it { zh: "对额度", en: "seen" }
    key_see { zh: "对额度：填 App 里看到的，说明差在哪", en: "what the app shows: explain the difference" }
    unlock_it { zh: "凑额度", en: "unlock" }
    key_unlock { zh: "凑额度：哪天前要多少，先还哪几期", en: "so much limit by a day: what to pay first" }
    said_copied_case(case: &str) { zh: "已复制 {case} 给客服的话；终端不支持时用 fenqi case export {case}", en: "text of {case} copied; if your terminal does not copy: fenqi case export {case}" }
    said_copied_order(order: &str) { zh: "已复制订单号 {order}；终端不支持时请手抄", en: "order number {order} copied, if your terminal allows it" }
    why_nothing_to_copy { zh: "先选一个跟进，或有订单号的计划", en: "select a case, or a plan with an order number" }
    why_no_case { zh: "先选一个没结束的跟进", en: "select a case that is open" }
    why_no_subject { zh: "先选一个计划、额度或提醒", en: "select a plan, a line or an alert" }
    why_no_line { zh: "先选一条额度", en: "select a line" }
    why_step_by_book { zh: "这一步由账本回答，不用勾", en: "the book answers this step by itself" }
}

// The forms about follow-ups.
texts! {
    form_case_title { zh: "开始跟进", en: "Open a case" }
    form_log_title { zh: "记一笔", en: "Log entry" }
    form_snooze_title { zh: "改日再问", en: "Later" }
    form_close_title { zh: "结案", en: "Close the case" }
    form_seen_title { zh: "对额度", en: "What the app shows" }
    form_unlock_title { zh: "凑额度", en: "Unlock" }
    form_kind { zh: "关于", en: "about" }
    form_what { zh: "说了什么", en: "what" }
    form_promise { zh: "答应哪天", en: "promised" }
    form_next { zh: "下次跟进", en: "next step" }
    form_outcome { zh: "结果", en: "outcome" }
    form_shown { zh: "App 显示", en: "app shows" }
    form_wanted { zh: "要多少", en: "wanted" }
    form_by_day { zh: "哪天前", en: "by" }
    form_cash { zh: "手头现金", en: "cash" }
    field_kind { zh: "关于什么：← → 选，或按首字母", en: "what it is about: ← →, or the first letter" }
    field_what { zh: "客服说了什么，或你做了什么", en: "what was said, or what you did" }
    field_promise { zh: "答应哪天前答复；没答应就不填", en: "the day promised for the answer; may stay empty" }
    field_next { zh: "哪天再跟进；不填就是答应的那天", en: "when to go on; empty: the promised day" }
    field_outcome { zh: "怎么解决的；不写结果不能结案", en: "how it ended; a case closes only with it" }
    field_shown { zh: "App 里的可用额度，可以是负数", en: "the free limit the app shows; may be below zero" }
    field_wanted { zh: "需要多少可用额度", en: "how much limit has to be free" }
    field_by_day { zh: "哪天前要用：11-11、+7", en: "by which day: 11-11, +7" }
    field_cash { zh: "今天最多能拿出多少；不填不限", en: "the most you can pay today; empty: no limit" }
    form_case_back(day: &str) { zh: "额度 {day} 已恢复", en: "the limit came back on {day}" }
}

// The forms about a limit.
texts! {
    form_expected { zh: "账本预计", en: "the book expects" }
    form_gap_total(total: &str) { zh: "如果平台改了总额度，应是 {total}：⏎ 记下后就能改", en: "if the provider changed the total, it is {total}: ⏎ notes this, then offers it" }
    form_unlock_free(day: &str) { zh: "到 {day} 本来就够", en: "enough by {day} as it is" }
    form_unlock_yes(day: &str) { zh: "能在 {day} 前凑够，今天先还：", en: "possible by {day}; pay today:" }
    form_unlock_later(day: &str) { zh: "赶不上；今天还，最早 {day} 够：", en: "not in time; paid today it is enough from {day}:" }
    form_unlock_short(short: &str) { zh: "全还清也差 {short}", en: "even with everything paid {short} is short" }
    form_unlock_no_cash { zh: "手头现金不够", en: "the cash does not reach" }
    form_unlock_cash_needed(cash: &str) { zh: "要按时凑够，今天得拿出 {cash}", en: "to be in time it takes {cash} today" }
    form_unlock_anyway(day: &str) { zh: "不提前还，到 {day} 可用", en: "free by {day} without paying early" }
    form_cash_today { zh: "今天付", en: "today" }
    form_back_on(day: &str) { zh: "{day} 恢复", en: "back {day}" }
    form_more_payments(n: usize) { zh: "… 还有 {n} 笔", en: "… {n} more" }
}
