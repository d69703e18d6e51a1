// Where a figure comes from: what it is, its parts, how they make it.

texts! {
    explain_title { zh: "怎么算的", en: "How it comes about" }
    explain_source { zh: "数据文件", en: "Data file" }
    explain_unknown { zh: "不知道，算不出来", en: "not known" }
    explain_installment(n: u32) { zh: "第 {n} 期 待还", en: "no. {n}, still to pay" }
    explain_late_cost(n: u32) { zh: "第 {n} 期 逾期费用", en: "no. {n}, cost of being late" }
    explain_outstanding { zh: "剩余待还", en: "still to pay" }
    explain_uses { zh: "占用额度", en: "limit it uses" }
    explain_settle { zh: "今天提前结清", en: "settling it today" }
    explain_available { zh: "现在可用", en: "free now" }
    explain_used_in_all { zh: "已用额度", en: "used" }
    explain_expected { zh: "恢复后可用", en: "free once all is back" }
    explain_case { zh: "超时未恢复", en: "not back in time" }
    explain_month_left { zh: "本月还要还", en: "still due this month" }
    explain_overdue { zh: "已逾期", en: "overdue" }
    explain_free { zh: "全部可用额度", en: "free on all lines" }
    explain_all_out { zh: "恢复中", en: "on its way back" }
    explain_ahead(days: u32) { zh: "接下来 {days} 天", en: "next {days} days" }
    explain_all_open { zh: "全部还清还要", en: "all that is open" }
    explain_month(month: &str) { zh: "{month}应还", en: "due in {month}" }
    explain_day(day: &str) { zh: "{day} 应还", en: "due on {day}" }
    explain_span(from: &str, to: &str) { zh: "{from} 到 {to} 还要还", en: "left from {from} to {to}" }
    explain_trial_each(periods: u32) { zh: "分 {periods} 期，最多的一期", en: "in {periods} payments, the largest", one(periods): "in {periods} payment" }
    explain_trial_total(periods: u32) { zh: "分 {periods} 期，一共", en: "in {periods} payments, in all", one(periods): "in {periods} payment, in all" }
}

texts! {
    explain_principal(of: &str, periods: u32) { zh: "本金：{of} 分 {periods} 期", en: "principal: {of} over {periods}" }
    explain_principal_bill { zh: "本金：账单上的数", en: "principal, as billed" }
    explain_fee(model: &str) { zh: "手续费：{model}", en: "fee: {model}" }
    explain_fee_bill { zh: "手续费：账单上的数", en: "fee, as billed" }
    explain_discount { zh: "商家贴息", en: "borne by the merchant" }
    explain_paid_on(day: &str) { zh: "{day} 已还", en: "paid on {day}" }
    explain_paid { zh: "已还", en: "paid" }
    explain_refunded { zh: "退款抵掉", en: "taken off by refunds" }
    explain_settled { zh: "提前结清", en: "ended by the settlement" }
    explain_total(periods: u32) { zh: "{periods} 期合计", en: "all {periods} installments", one(periods): "the {periods} installment" }
    explain_owed(due: &str, item: &str, n: u32) { zh: "{due} {item} 第 {n} 期", en: "{due} {item} no. {n}" }
    explain_frees(n: u32) { zh: "第 {n} 期", en: "no. {n}" }
    explain_late(days: u32) { zh: "逾期 {days} 天", en: "{days} days late", one(days): "{days} day late" }
    explain_open_principal { zh: "剩余本金", en: "open principal" }
    explain_settle_fees { zh: "要付的手续费", en: "fees to be paid with it" }
    explain_received { zh: "实际用到的钱", en: "money you had the use of" }
    explain_limit { zh: "总额度", en: "limit" }
    explain_temporary { zh: "临时额度", en: "temporary limit" }
    explain_used(item: &str) { zh: "占用：{item}", en: "used by {item}" }
    explain_out(item: &str, n: u32, day: &str) { zh: "在路上：{item} 第 {n} 期，{day} 还", en: "not back: {item} no. {n}, paid {day}" }
    explain_frozen { zh: "冻结", en: "frozen" }
    explain_price { zh: "价格", en: "price" }
    explain_down_payment { zh: "首付", en: "down payment" }
    explain_fees { zh: "手续费", en: "fees" }
}

texts! {
    how_installment { zh: "本金按期均分，零头按规则归到某一期；加手续费，减已经还的。", en: "Equal parts of the principal, odd cents by the rule, plus the fee, minus what was paid." }
    how_late { zh: "按下面的逾期规则算到今天，不计入年化。", en: "By the late rule below, up to today; never part of a yearly rate." }
    how_outstanding { zh: "各期应还之和，减已还和退款。", en: "All installments, minus payments and refunds." }
    how_yearly { zh: "每期利率 i 使各期还款折现之和等于用到的本金；单利是 i 乘一年的期数，复利是 (1+i) 连乘一年减 1。算法：中国人民银行公告〔2021〕第 3 号。", en: "The rate i of one period makes all payments, discounted, equal to the money received. Nominal: i times periods a year; effective: (1+i) compounded over a year, minus 1. Method: notice no. 3 of 2021 of the People's Bank of China." }
    how_uses { zh: "没还的各期会释放的额度之和。", en: "What the open installments will free." }
    how_settle { zh: "剩余本金，加按规则今天要付的费用。", en: "Open principal, plus the fees that the rule asks for today." }
    how_available { zh: "总额度 + 临时额度 − 占用 − 还没恢复 − 冻结。没确认恢复的不算可用。", en: "Limit + temporary − used − not back yet − frozen. What is not known to be back is not free." }
    how_out { zh: "还款释放的额度，规定的工作日内恢复；确认之前不算可用。", en: "Limit freed by payments comes back within the stated working days; until confirmed it is not free." }
    how_month { zh: "这个月到期还没还的；当月还包括以前逾期的。", en: "What falls due in the month and is not paid; the current month includes what is overdue." }
    how_overdue { zh: "过了到期日（和宽限期）还没还的。", en: "Past its due date and any grace, and not paid." }
    how_free { zh: "每条额度的可用之和；负的算 0，总额度未知的不算。", en: "The sum over all lines; below zero counts as 0, unknown limits do not count." }
    how_open { zh: "还没还的各期之和，逾期的也算在内。", en: "All open installments, overdue ones included." }
    how_span { zh: "这几天到期还没还的；含今天的一段还包括以前逾期的。", en: "What falls due in these days and is not paid; with today among them also what is overdue." }
    how_trial { zh: "价格 − 首付 + 全部手续费。", en: "Price − down payment + all fees." }
    key_next_figure_short { zh: "下一个数", en: "next figure" }
    key_next_figure { zh: "解释下一个数字", en: "explain the next figure" }
    key_previous_figure { zh: "解释上一个数字", en: "explain the previous figure" }
}
