// What is written down of plans, lines and ways to pay: why not, what was changed.

texts! {
    refusal_line_taken(id: &str) { zh: "已经有额度 {id}；换一个编号", en: "there is a credit line {id} already; give it another id" }
    refusal_method_taken(id: &str) { zh: "已经有还款方式 {id}；换一个编号", en: "there is a way to pay {id} already; give it another id" }
    refusal_other_currency(currency: &str) { zh: "那条额度用的是 {currency}；换币种的计划要新建", en: "that line is in {currency}; a plan in another currency has to be a new one" }
    refusal_installment_in_use(n: u32) { zh: "第 {n} 期已有记录；期数不能少于 {n}", en: "something is noted about no. {n}; give at least {n} installments" }
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
