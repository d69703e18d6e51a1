// The rulebook: what is known of each provider, where a rule comes from, how far to trust it.

texts! {
    problem_unknown_provider(id: &str) { zh: "规则手册里没有提供方“{id}”，只当名字", en: "the rulebook knows no provider \"{id}\"; it is only a name" }
    problem_unknown_provider_hint { zh: "fenqi rules 列出全部", en: "`fenqi rules` lists them all" }
    rulebook_unused(why: &str) { zh: "提供方文件没有用上：{why}", en: "a provider file is not used: {why}" }
    alert_rule_stale(line: &str, days: u32) { zh: "{line} 的还款规则 {days} 天没核对了", en: "{line}: its rules were last checked {days} days ago" }
    advice_rule_stale { zh: "fenqi rules 看是哪几条，核对后写进额度的规则", en: "`fenqi rules` shows which; state what you find on the line" }
    overview_alert_rule(days: u32) { zh: "规则 {days} 天没核对", en: "rules checked {days} d ago" }
}

texts! {
    rule_restore_days { zh: "额度恢复", en: "limit comes back" }
    rule_limit_returns { zh: "恢复方式", en: "limit is freed" }
    rule_grace_days { zh: "宽限期", en: "grace" }
    rule_penalty_from { zh: "罚息起算", en: "late cost runs" }
    rule_late { zh: "逾期费用", en: "late cost" }
    rule_allocation { zh: "还款先抵", en: "payments cover" }
    rule_acceleration { zh: "加速到期", en: "all due at once" }
    rule_limit_counts { zh: "占用额度", en: "limit is used by" }
    rule_early { zh: "提前结清", en: "settling early" }
    rule_early_penalty { zh: "提前违约金", en: "early penalty" }
    rule_prepay { zh: "部分提前还", en: "part paid early" }
    rule_refund { zh: "退款冲抵", en: "refunds reduce" }
    rule_refund_fee { zh: "退款的手续费", en: "fees on a refund" }
    rule_remainder { zh: "除不尽的零头", en: "odd cents" }
    rule_fee_rounding { zh: "手续费取整", en: "fees are rounded" }
    rule_principal_unit { zh: "每期本金", en: "principal parts" }
    rule_first_period { zh: "首期计息", en: "first period" }
    rule_statement { zh: "账单日", en: "bill" }
    rule_business_day { zh: "遇非工作日", en: "on a day off" }
    rule_min_purchase { zh: "起分金额", en: "smallest price" }
    rule_deferrals { zh: "延期", en: "deferrals" }
    rule_autopay { zh: "自动扣款", en: "autopay" }
}

texts! {
    rule_at_once { zh: "当天", en: "at once" }
    rule_working_days(days: &str) { zh: "{days} 个工作日", en: "in {days} working days" }
    rule_none { zh: "没有", en: "none" }
    rule_days(days: u32) { zh: "{days} 天", en: "{days} days", one(days): "{days} day" }
    rule_times(n: u32) { zh: "每年 {n} 次", en: "{n} a year" }
    rule_each_payment { zh: "每次还款都恢复", en: "by each payment" }
    rule_after_last { zh: "还完最后一期才恢复", en: "after the last payment" }
    rule_from_due { zh: "从到期日算", en: "from the due date" }
    rule_from_grace { zh: "从宽限期末算", en: "from the end of grace" }
    rule_daily_of_overdue(rate: &str) { zh: "逾期金额每天 {rate}", en: "{rate} a day of what is overdue" }
    rule_daily_of_all(rate: &str) { zh: "全部未还每天 {rate}", en: "{rate} a day of all that is unpaid" }
    rule_least_a_day(sum: &str) { zh: "每天至少 {sum}", en: "at least {sum} a day" }
    rule_each_miss(fee: &str) { zh: "每次逾期 {fee}", en: "{fee} a missed payment" }
    rule_from_day(day: u32) { zh: "逾期 {day} 天起", en: "from day {day}" }
    rule_again(days: u32, fee: &str) { zh: "{days} 天后再收 {fee}", en: "{fee} more after {days} days", one(days): "{fee} more after {days} day" }
    rule_cap(share: &str) { zh: "不超过订单的 {share}", en: "at most {share} of the order" }
    rule_most(sum: &str) { zh: "最多 {sum}", en: "at most {sum}" }
    rule_at_most(times: u32) { zh: "最多 {times} 次", en: "at most {times} times", one(times): "at most {times} time" }
    rule_fee_first { zh: "先手续费后本金", en: "fees, then principal" }
    rule_principal_after_90 { zh: "先手续费；逾期 90 天后先本金", en: "fees first, after 90 days principal" }
    rule_accelerates(share: &str) { zh: "逾期达总价 {share}", en: "once {share} of the price is overdue" }
    rule_principal { zh: "本金", en: "principal" }
    rule_principal_and_fee { zh: "本金和手续费", en: "principal and fees" }
    rule_waive_unbilled { zh: "免未出账的手续费", en: "fees not billed yet are waived" }
    rule_next_fee { zh: "再收下一期手续费", en: "the next fee is charged" }
    rule_all_fees { zh: "手续费照收", en: "all fees stay due" }
    rule_percent_penalty { zh: "按剩余本金收违约金", en: "a share of the principal" }
    rule_daily_accrual { zh: "利息算到当天", en: "interest to the day" }
    rule_upfront_kept { zh: "首期手续费不退", en: "the upfront fee is kept" }
    rule_shorten { zh: "期数减少", en: "fewer installments" }
    rule_lower { zh: "每期减少", en: "lower installments" }
    rule_last_first { zh: "从最后一期往前", en: "from the last one back" }
    rule_even { zh: "各期平均", en: "all evenly" }
    rule_open_first { zh: "从最早未还的开始", en: "the oldest open one first" }
    rule_refund_huabei { zh: "先逾期和已出账，再从最后一期往前", en: "overdue, billed, then last first" }
    rule_refund_baitiao { zh: "先逾期，再从最后一期往前", en: "overdue, then last first" }
    rule_fee_in_proportion { zh: "未出账的按比例减", en: "unbilled ones fall in proportion" }
    rule_fee_kept { zh: "不退", en: "none come back" }
    rule_fee_full_within(days: u32) { zh: "{days} 天内全退", en: "all come back within {days} days", one(days): "all come back within {days} day" }
    rule_in_first { zh: "在首期", en: "in the first one" }
    rule_in_last { zh: "在末期", en: "in the last one" }
    rule_spread { zh: "前几期各多一点", en: "one unit each on the first ones" }
    rule_each_period { zh: "每期四舍五入", en: "each by itself" }
    rule_total_once { zh: "总额四舍五入再分", en: "once, in total" }
    rule_smallest { zh: "到分", en: "to the cent" }
    rule_main { zh: "到元", en: "to the whole unit" }
    rule_whole_period { zh: "算整期", en: "counted whole" }
    rule_by_days { zh: "按天", en: "by its days" }
    rule_bill_and_due(day: u32, due: u32) { zh: "{day} 日出账，{due} 日还", en: "on day {day}, due on day {due}" }
    rule_bill_and_after(day: u32, days: u32) { zh: "{day} 日出账，{days} 天后还", en: "on day {day}, due {days} days later", one(days): "on day {day}, due {days} day later" }
    rule_inclusive { zh: "当天的算本期", en: "that day included" }
    rule_stays { zh: "不变", en: "stays" }
    rule_next_day { zh: "顺延到工作日", en: "next working day" }
    rule_previous_day { zh: "提前到工作日", en: "working day before" }
    rule_due_day { zh: "到期日", en: "on the due day" }
    rule_day_before { zh: "前一天", en: "the day before" }
}

texts! {
    origin_plan { zh: "本计划", en: "plan" }
    origin_line { zh: "本额度", en: "line" }
    origin_preset { zh: "手册", en: "rulebook" }
    origin_default { zh: "默认", en: "default" }
    confidence_published { zh: "公布", en: "published" }
    confidence_reported { zh: "转述", en: "reported" }
    confidence_conflicting { zh: "说法不一", en: "sources differ" }
    confidence_assumed { zh: "推测", en: "assumed" }
    doubt_stale(days: u32) { zh: "{days} 天没核对", en: "checked {days} days ago" }
    plan_doubts { zh: "存疑", en: "in doubt" }
    rules_title { zh: "规则", en: "Rules" }
    rules_checked(on: &str) { zh: "{on} 核对", en: "checked {on}" }
    rules_other(claim: &str) { zh: "也有说：{claim}", en: "or: {claim}" }
    rules_source(who: &str) { zh: "来源：{who}", en: "source: {who}" }
    rules_own { zh: "自己的", en: "your own" }
    rules_used_by(lines: &str) { zh: "用它的额度：{lines}", en: "lines that follow it: {lines}" }
    rules_of_line(line: &str, provider: &str) { zh: "{line} 的规则 · 提供方 {provider}", en: "rules of {line} · provider {provider}" }
    rules_of_line_alone(line: &str) { zh: "{line} 的规则 · 没有提供方", en: "rules of {line} · no provider" }
    rules_unknown { zh: "没有这个提供方", en: "no such provider" }
    rules_legend { zh: "? 说法不一，或超过 180 天没核对；自己写在额度或计划里的不算", en: "? sources differ, or not checked for 180 days; what you state yourself is never marked" }
    help_rules { zh: "规则手册：每个提供方的规则、来源和可信程度", en: "the rulebook: what is known of each provider, from where, how surely" }
    help_arg_provider { zh: "提供方或额度的 id、id 开头，或名称里的字", en: "a provider's or line's id, the beginning of it, or words of its name" }
    help_arg_rules_line { zh: "这条额度上生效的规则", en: "the rules in force on this line" }
    cli_no_provider(typed: &str) { zh: "没有叫“{typed}”的提供方或额度", en: "there is no provider or line \"{typed}\"" }
    doubted(what: &str, why: &str) { zh: "{what}（{why}）", en: "{what} ({why})" }
    explain_doubts(what: &str) { zh: "? 存疑：{what}", en: "? in doubt: {what}" }
    cli_doubts(what: &str) { zh: "? 存疑：{what}；fenqi rules 看来源", en: "? in doubt: {what}; `fenqi rules` tells more" }
    cli_doubt_legend { zh: "? 规则存疑，fenqi rules 看来源", en: "? rests on a doubtful rule; `fenqi rules` tells which" }
}
