// What is written down of plans, lines and ways to pay: why not, what was changed.

texts! {
    refusal_line_taken(id: &str) { zh: "已经有额度 {id}；换一个编号", en: "there is a credit line {id} already; give it another id" }
    refusal_once_only { zh: "一次性手续费随第 1 期收，不能从后面的期起算", en: "an upfront fee is asked once, with the first installment; it cannot begin later" }
    help_arg_fee_from { zh: "手续费从第几期起这样算；之前的不变", en: "the installment from which on the fee holds; earlier ones stay as they are" }
    refusal_in_use(plan: &str) { zh: "计划 {plan} 用着它；先改那个计划，或删掉它", en: "the plan {plan} uses it; change that plan or remove it first" }
    refusal_in_use_by(plan: &str, more: usize) { zh: "计划 {plan} 和另外 {more} 个用着它；先改这些计划，或删掉它们", en: "{plan} and {more} more plans use it; change or remove them first", one(more): "{plan} and {more} more plan use it; change or remove them first" }
    refusal_method_taken(id: &str) { zh: "已经有还款方式 {id}；换一个编号", en: "there is a way to pay {id} already; give it another id" }
    refusal_other_currency(currency: &str) { zh: "那条额度用的是 {currency}；换币种的计划要新建", en: "that line is in {currency}; a plan in another currency has to be a new one" }
    refusal_installment_in_use(n: u32) { zh: "第 {n} 期已有记录；期数不能少于 {n}", en: "something is noted about no. {n}; give at least {n} installments", one(n): "something is noted about no. {n}; give at least {n} installment" }
    refusal_after_first_entry(on: &str) { zh: "{on} 已有还款或退款；填那天或更早的日期", en: "it was paid or refunded on {on}; give that day or an earlier one" }
    refusal_below_paid(by: &str) { zh: "那样就多还了 {by}；请核对金额和期数", en: "then {by} too much would have been paid; check amounts and installments" }
    refusal_limit_changed_since(on: &str) { zh: "总额度在 {on} 又改过；填那天或以后的日期", en: "the total changed on {on} again; give that day or a later one" }
    refusal_restore_days_order { zh: "最早不能晚于最晚；写成 1-3", en: "the earliest day comes after the latest; write 1-3" }
    refusal_card_number { zh: "像是整个卡号；只写尾号 4 位", en: "that may be a whole card number; give its last four digits only" }
    refusal_not_last4 { zh: "尾号是 4 位数字", en: "the last four digits are four digits" }
}

texts! {
    change_terms(name: &str) { zh: "修改 {name}", en: "{name} edited" }
    change_new_line(name: &str) { zh: "新增额度 {name}", en: "new line {name}" }
    change_new_method(name: &str) { zh: "新增还款方式 {name}", en: "new way to pay {name}" }
    change_total(name: &str, from: &str, to: &str) { zh: "{name} 总额度 {from} → {to}", en: "total of {name} {from} → {to}" }
}

// What `--help` says of it.
texts! {
    help_set { zh: "修改一个计划写下的内容；空值就是去掉", en: "correct what is written down of a plan; an empty value takes it away" }
    help_line_command { zh: "列出、新增、修改或删除额度", en: "list credit lines, add one, correct one, remove one" }
    help_line_add { zh: "新增一条额度", en: "add a credit line" }
    help_line_set { zh: "修改一条额度；总额度变了会留下旧的、日期和原因", en: "correct a credit line; a changed total keeps the old one, the day and why" }
    help_method_command { zh: "列出、新增、修改或删除还款方式", en: "list ways to pay, add one, correct one, remove one" }
    help_method_add { zh: "新增一种还款方式", en: "add a way to pay" }
    help_line_list { zh: "所有额度，和各有几个计划在用", en: "all credit lines, and how many plans use each" }
    help_line_remove { zh: "删掉一条没有计划在用的额度；可撤销", en: "remove a credit line that no plan uses; undo works" }
    help_method_list { zh: "所有还款方式，和各有几个计划在用", en: "all ways to pay, and how many plans use each" }
    help_method_remove { zh: "删掉一种没有计划在用的还款方式；可撤销", en: "remove a way to pay that no plan uses; undo works" }
    cli_lines_none { zh: "还没有额度：fenqi line add 名字", en: "there is no credit line yet: fenqi line add NAME" }
    cli_methods_none { zh: "还没有还款方式：fenqi method add 名字", en: "there is no way to pay yet: fenqi method add NAME" }
    cli_used_by(n: usize) { zh: "{n} 个计划", en: "{n} plans", one(n): "{n} plan" }
    cli_unused { zh: "没有计划在用", en: "no plan uses it" }
    cli_bad_bill_day(typed: &str) { zh: "看不懂账单日“{typed}”；写 1–31", en: "\"{typed}\" is no day of a bill; write 1 to 31" }
    cli_bad_bill_due(typed: &str) { zh: "看不懂还款日“{typed}”；写几号，或 +20 这样的天数", en: "\"{typed}\" is no due day of a bill; write a day of the month, or +20 for days after it" }
    cli_bill_both { zh: "账单日和还款日要一起：--bill-day 5 --bill-due 25", en: "a bill has two days: --bill-day 5 --bill-due 25" }
    help_arg_region { zh: "在哪里能用，如 CN", en: "where the provider sells, such as CN" }
    help_arg_maintenance { zh: "停用到哪天", en: "the last day of an announced outage" }
    help_arg_maintenance_note { zh: "停用说明", en: "what was announced of it" }
    help_arg_bill_day { zh: "账单日，几号", en: "the day of the month on which the bill is made" }
    help_arg_bill_due { zh: "还款日：几号，或账单后 +20 天", en: "when the bill is due: a day of the month, or +20 days after it" }
    help_method_set { zh: "修改一种还款方式；空值就是去掉", en: "correct a way to pay; an empty value takes it away" }
    help_arg_name { zh: "名称", en: "its name" }
    help_arg_total { zh: "总额度", en: "its total" }
    help_arg_provider_id { zh: "平台的编号，见 fenqi rules", en: "the provider's id, see fenqi rules" }
    help_arg_account { zh: "哪个账号或手机号", en: "which login or phone it belongs to" }
    help_arg_temporary { zh: "临时多出来的额度", en: "what is added for a while" }
    help_arg_temporary_until { zh: "临时额度的最后一天", en: "the last day of the temporary limit" }
    help_arg_frozen { zh: "被平台冻结的部分", en: "the part the provider has blocked" }
    help_arg_status { zh: "还能不能用", en: "whether it can be used" }
    help_arg_identity { zh: "证件哪天过期", en: "when the identity papers on file expire" }
    help_arg_restore_days { zh: "还款后几个工作日恢复，如 1-3", en: "working days until a payment is free again, such as 1-3" }
    help_arg_grace_days { zh: "晚几天还不算逾期", en: "days after the date that do not count as late" }
    help_arg_min_purchase { zh: "多少钱以上才能分期", en: "the smallest price that may be split" }
    help_arg_method { zh: "还款方式的 id、id 开头，或名称里的字", en: "its id, the beginning of it, or words of its name" }
    help_arg_method_kind { zh: "debit-card credit-card wallet bank-transfer other", en: "debit-card credit-card wallet bank-transfer other" }
    help_arg_last4 { zh: "卡号最后 4 位", en: "the last four digits" }
    help_arg_per_payment { zh: "一笔最多能付多少", en: "the most one payment may be" }
    help_arg_expires { zh: "有效期的最后一天", en: "its last valid day" }
    help_arg_balance { zh: "今天里面有多少", en: "what is on it today" }
    help_arg_since { zh: "总额度从哪天变的（默认今天）", en: "since when the total is this (default: today)" }
    help_arg_since_why { zh: "总额度为什么变", en: "why the total changed" }
    cli_temporary_until { zh: "临时额度要写最后一天：--temporary-until", en: "a temporary limit needs its last day: --temporary-until" }
}
