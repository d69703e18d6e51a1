// Why a change is refused, with what to do instead.

texts! {
    refusal_one_of_several(nth: usize, why: &str) { zh: "第 {nth} 项：{why}", en: "number {nth} of them: {why}" }
    refusal_read_only { zh: "账本由更新版本的 fenqi 写成，这里只能看；请先升级 fenqi", en: "a newer fenqi wrote this book, so it can only be read here; update fenqi first" }
    refusal_unknown_plan(id: &str) { zh: "没有计划 {id}", en: "there is no plan {id}" }
    refusal_unknown_line(id: &str) { zh: "没有额度 {id}", en: "there is no credit line {id}" }
    refusal_unknown_method(id: &str) { zh: "没有还款方式 {id}", en: "there is no way to pay called {id}" }
    refusal_unknown_installment(n: u32, of: u32) { zh: "没有第 {n} 期，这个计划共 {of} 期", en: "there is no installment {n}; the plan has {of}" }
    refusal_nothing_open(id: &str) { zh: "{id} 没有待还的期数", en: "{id} has nothing left to pay" }
    refusal_already_paid(n: u32) { zh: "第 {n} 期已经还过", en: "no. {n} is paid already" }
    refusal_already_paid_on(n: u32, on: &str) { zh: "第 {n} 期已在 {on} 还过", en: "no. {n} was paid on {on} already" }
    refusal_overpayment(amount: &str, owed: &str) { zh: "{amount} 多于全部待还；最多填 {owed}", en: "{amount} is more than all that is owed; give {owed} at most" }
    refusal_not_positive { zh: "金额要大于 0", en: "the amount must be above zero" }
    refusal_decimals(most: u32) { zh: "小数最多 {most} 位", en: "at most {most} decimals", one(most): "at most {most} decimal" }
    refusal_in_future(on: &str) { zh: "{on} 还没到；填今天或更早的日期", en: "{on} has not come yet; give today or an earlier day" }
    refusal_before_purchase(on: &str) { zh: "早于下单日 {on}；请核对日期", en: "that is before the order of {on}; check the date" }
    refusal_not_paid(n: u32) { zh: "第 {n} 期没有还款记录", en: "no. {n} has no payment" }
    refusal_paid_before_book(n: u32) { zh: "第 {n} 期在记账之前就已还清，没有可撤的还款", en: "no. {n} was paid before the book began; there is no payment to take back" }
    refusal_nothing_restoring(n: u32) { zh: "第 {n} 期没有等待恢复的额度", en: "no limit of no. {n} is on its way back" }
    refusal_already_restored(since: &str) { zh: "额度已记为 {since} 恢复", en: "the limit is noted as back since {since} already" }
    refusal_before_payment(on: &str) { zh: "早于还款日 {on}；请核对日期", en: "that is before the payment of {on}; check the date" }
    refusal_already_seen { zh: "同一天的同一数字已经记过", en: "the same figure of that day is noted already" }
}
