// What lies above a view: help, the limit check, the payment form, find, an explanation.

texts! {
    help_title { zh: "帮助", en: "Help" }
    help_filter { zh: "输入就过滤", en: "type to filter" }
    help_none { zh: "没有这样的键", en: "no such key" }
    help_signs { zh: "符号", en: "Signs" }
    help_sign_soon { zh: "快到", en: "soon" }
    help_sign_overdue { zh: "逾期", en: "late" }
    help_sign_partial { zh: "部分", en: "part" }
    help_mouse { zh: "鼠标：点一下选中，再点打开；按住 Shift 选文字", en: "mouse: click selects, again opens; hold Shift to select text" }
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
    check_installments(first: u32, last: u32) { zh: "第 {first}-{last} 期", en: "no. {first}-{last}" }
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

texts! {
    explain_title { zh: "怎么算的", en: "How it comes about" }
    explain_installment(n: u32) { zh: "第 {n} 期 待还", en: "no. {n}, still to pay" }
    explain_outstanding { zh: "剩余待还", en: "still to pay" }
    explain_available { zh: "现在可用", en: "free now" }
    explain_principal(of: &str, periods: u32) { zh: "本金：{of} 分 {periods} 期", en: "principal: {of} over {periods}" }
    explain_principal_bill { zh: "本金：账单上的数", en: "principal, as billed" }
    explain_fee(model: &str) { zh: "手续费：{model}", en: "fee: {model}" }
    explain_fee_bill { zh: "手续费：账单上的数", en: "fee, as billed" }
    explain_discount { zh: "商家贴息", en: "borne by the merchant" }
    explain_paid_on(day: &str) { zh: "{day} 已还", en: "paid on {day}" }
    explain_paid { zh: "已还", en: "paid" }
    explain_refunded { zh: "退款抵掉", en: "taken off by refunds" }
    explain_settled { zh: "提前结清", en: "ended by the settlement" }
    explain_total(periods: u32) { zh: "{periods} 期合计", en: "all {periods} installments" }
    explain_limit { zh: "总额度", en: "limit" }
    explain_temporary { zh: "临时额度", en: "temporary limit" }
    explain_used(item: &str) { zh: "占用：{item}", en: "used by {item}" }
    explain_out(item: &str, n: u32) { zh: "在路上：{item} 第 {n} 期", en: "not back yet: {item} no. {n}" }
    explain_frozen { zh: "冻结", en: "frozen" }
    explain_unknown { zh: "总额度未知，算不出来", en: "the limit is not known" }
    explain_more(n: usize) { zh: "其他 {n} 项", en: "{n} more" }
    explain_file_line(line: usize) { zh: "数据文件第 {line} 行", en: "line {line} of the data file" }
}
