// What lies above a view: help, the limit check, the payment form, find, an explanation.

texts! {
    help_title { zh: "帮助", en: "Help" }
    help_filter { zh: "输入就过滤", en: "type to filter" }
    help_none { zh: "没有这样的键", en: "no such key" }
    help_signs { zh: "符号", en: "Signs" }
    help_sign_soon { zh: "快到", en: "soon" }
    help_sign_partial { zh: "部分", en: "part" }
    help_mouse { zh: "鼠标：点一下选中，再点打开，右键看能做什么；按住 Shift 选文字", en: "mouse: click selects, again opens, right: its actions; Shift selects text" }
}

texts! {
    check_title { zh: "查额度", en: "Does it fit?" }
    check_price { zh: "价格", en: "price" }
    check_most(amount: &str, line: &str) { zh: "最多可买 {amount}（{line}）", en: "up to {amount} ({line})" }
    check_nowhere { zh: "现在哪条额度都不够用", en: "no line allows anything now" }
    check_not_an_amount { zh: "这不是金额，写成 3299 或 1.2万", en: "not an amount; write 3299 or 1.2w" }
    check_fits { zh: "够，之后剩", en: "fits, leaves" }
    check_left { zh: "剩", en: "left" }
    check_after { zh: "先还就够", en: "pay first" }
    check_from(day: &str) { zh: "{day} 起够，现差", en: "from {day}, short" }
    check_short { zh: "差", en: "short" }
    check_blocked { zh: "不能用", en: "blocked" }
    check_pay_first { zh: "先还", en: "pay first:" }
    check_more_plans(n: usize) { zh: "另外 {n} 个计划也要先还", en: "{n} more plans too", one(n): "{n} more plan too" }
    check_installments(first: u32, last: u32) { zh: "第 {first}–{last} 期", en: "no. {first}–{last}" }
    check_wait { zh: "等在路上的额度恢复", en: "wait for what is restoring" }
    check_no_lines { zh: "没有这种货币的额度", en: "no line in this currency" }
    check_more(n: usize) { zh: "还有 {n} 条额度", en: "{n} more lines", one(n): "{n} more line" }
}

texts! {
    form_pay_title { zh: "记一笔还款", en: "Record a payment" }
    form_due(n: u32, amount: &str) { zh: "第 {n} 期 · 还欠 {amount}", en: "no. {n}, owed {amount}" }
    form_amount { zh: "金额", en: "amount" }
    form_date { zh: "日期", en: "date" }
    form_via { zh: "渠道", en: "channel" }
    form_reference { zh: "流水号", en: "reference" }
    form_optional { zh: "可不填", en: "optional" }
    form_unsaid { zh: "不记", en: "unsaid" }
    form_leaves(amount: &str) { zh: "还剩 {amount}", en: "leaves {amount}" }
    form_in_full { zh: "这期还清", en: "paid in full" }
    form_closes(n: usize) { zh: "还清 {n} 期", en: "closes {n}" }
    form_frees { zh: "额度恢复", en: "limit back" }
    form_by(earliest: &str, latest: &str) { zh: "{earliest} 到 {latest}", en: "from {earliest} to {latest}" }
    form_empty { zh: "要填", en: "must be filled" }
    form_missing(beside: &str) { zh: "填了“{beside}”，这里也要填", en: "\"{beside}\" is filled, so this has to be too" }
    form_not_an_amount { zh: "不是金额；写成 200、1,299.50 或 1.2万", en: "not an amount; write 200, 1,299.50 or 1.2w" }
    form_not_a_day { zh: "不是日期；写成 -1、昨天、3-7 或 2026-03-07", en: "not a day; write -1, yesterday, 3-7 or 2026-03-07" }
}

texts! {
    find_title { zh: "搜索", en: "Find" }
    find_results(n: usize) { zh: "{n} 个结果", en: "{n} results", one(n): "{n} result" }
    find_plan { zh: "计划", en: "plan" }
    find_line { zh: "额度", en: "line" }
    find_free(amount: &str) { zh: "可用 {amount}", en: "{amount} free" }
    find_unknown { zh: "额度未知", en: "limit unknown" }
    find_none { zh: "没有找到", en: "nothing found" }
    find_how { zh: "名称、商家、订单号、备注，拼音首字母也行", en: "name, shop, order no., note; pinyin initials too" }
}
